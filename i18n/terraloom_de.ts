<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>Terraloom</name>
  <message>
   <location filename="../core/card.py" />
   <source>The pixel range {low} to {high} m is the wrong way round.</source>
   <translation>Der Pixelbereich {low} bis {high} m ist verkehrt herum.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>The native pixel sizes {natives} are not ascending inside {low} to {high} m.</source>
   <translation>Die nativen Pixelgrößen {natives} steigen nicht an innerhalb von {low} bis {high} m.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>output band</source>
   <translation>Ausgabekanal</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>kept band</source>
   <translation>aufbewahrter Kanal</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Two entries have the same {what} name ({names}).</source>
   <translation>Zwei Einträge haben den gleichen Namen für {what} ({names}).</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Band '{band}' has a minimum above its maximum.</source>
   <translation>Kanal „{band}“ hat ein Minimum über seinem Maximum.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Stage '{stage}' is steered by '{control}', which is neither a layer nor an earlier stage.</source>
   <translation>Stufe „{stage}“ wird von „{control}“ gesteuert, was weder ein Layer noch eine frühere Stufe ist.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Stage '{stage}' has control cells of {factor} px, which do not fit its multiple of {multiple}.</source>
   <translation>Stufe „{stage}“ hat Steuerzellen von {factor} px, die nicht zu ihrem Vielfachen von {multiple} passen.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Stage '{stage}' gives {given} pixel sizes for {native} native ones.</source>
   <translation>Stufe „{stage}“ gibt {given} Pixelgrößen für {native} native an.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Tile size {tile} px of stage '{stage}' is not a multiple of {multiple}.</source>
   <translation>Kachelgröße {tile} px der Stufe „{stage}“ ist kein Vielfaches von {multiple}.</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Two stages describe the file '{file}' differently.</source>
   <translation>Zwei Stufen beschreiben die Datei „{file}“ verschieden.</translation>
  </message>
  <message>
   <location filename="../core/cascade.py" />
   <source>A control cell of stage '{stage}' is {ratio:g} pixels of the stage before; it must be a whole number of them.</source>
   <translation>Eine Steuerzelle der Stufe „{stage}“ ist {ratio:g} Pixel der Stufe davor groß; es muss eine ganze Zahl sein.</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <location filename="../core/package.py" />
   <source>It cannot be read: {error}.</source>
   <translation>Lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <source>Model '{model}' is already loaded from '{folder}'.</source>
   <translation>Modell „{model}“ ist bereits aus „{folder}“ geladen.</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <location filename="../core/params.py" />
   <location filename="../processing_provider/diagnostics.py" />
   <location filename="../processing_provider/inputs.py" />
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <source>There is no such model. Models found: {names}.</source>
   <translation>Ein solches Modell gibt es nicht. Gefundene Modelle: {names}.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster was made by model '{model}' {version} with weights {weights}</source>
   <translation>Das Raster wurde von Modell „{model}“ {version} mit den Gewichten {weights} erzeugt</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>{claim}, but folder '{folder}' holds model '{model}' {version} with weights {weights}. Give the folder of the model that made it.</source>
   <translation>{claim}, aber Ordner „{folder}“ enthält Modell „{model}“ {version} mit den Gewichten {weights}. Den Ordner des Modells angeben, das es erzeugt hat.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>{claim}, which is not installed here. Give its folder as the model folder (MODEL), or copy it into the folder of your own models.</source>
   <translation>{claim}, das hier nicht installiert ist. Seinen Ordner als Modellordner (MODEL) angeben oder ihn in den Ordner der eigenen Modelle kopieren.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>{claim}, but version {version} with weights {weights} is installed. Give the folder of the model that made it as the model folder (MODEL), or install Terraloom {terraloom}.</source>
   <translation>{claim}, aber installiert ist Version {version} mit den Gewichten {weights}. Den Ordner des Modells, das es erzeugt hat, als Modellordner (MODEL) angeben oder Terraloom {terraloom} installieren.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>in the version that made it</source>
   <translation>in der Version, die es erzeugt hat</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster has {width} x {height} pixels, but its tags say {told_width} x {told_height}. It was cropped or resampled.</source>
   <translation>Das Raster hat {width} x {height} Pixel, seine Tags sagen aber {told_width} x {told_height}. Es wurde zugeschnitten oder umgerechnet.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster's north-west corner lies at {x}, {y}, but its tags say {told_x}, {told_y}. It was moved.</source>
   <translation>Die Nordwestecke des Rasters liegt bei {x}, {y}, seine Tags sagen aber {told_x}, {told_y}. Es wurde verschoben.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster was made from '{name}', which does not lie beside it. Give that layer as the source.</source>
   <translation>Das Raster wurde aus „{name}“ erzeugt, das nicht daneben liegt. Diesen Layer als Quelle angeben.</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>'{name}' is not the raster this output was made from, or it has changed since. Give the original one as the source.</source>
   <translation>„{name}“ ist nicht das Raster, aus dem diese Ausgabe entstand, oder es hat sich seitdem geändert. Das ursprüngliche als Quelle angeben.</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>Reinstall it</source>
   <translation>Dort neu installieren</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>Install it</source>
   <translation>Dort installieren</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>{lack} {install} there, for example with 'pip install torch safetensors', and restart QGIS; the README gives the steps for each system.</source>
   <translation>{lack} {install}, zum Beispiel mit „pip install torch safetensors“, und QGIS neu starten; die README nennt die Schritte für jedes System.</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>The package safetensors</source>
   <translation>Das Paket safetensors</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>{package} is not installed in the Python that QGIS uses.</source>
   <translation>{package} ist in dem Python, das QGIS benutzt, nicht installiert.</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>PyTorch is installed in the Python that QGIS uses but cannot be loaded ({error}).</source>
   <translation>PyTorch ist in dem Python, das QGIS benutzt, installiert, lässt sich aber nicht laden ({error}).</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Model folder '{folder}' cannot be used: {reason}</source>
   <translation>Der Modellordner „{folder}“ kann nicht verwendet werden: {reason}</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Raster '{path}': {reason}</source>
   <translation>Raster „{path}“: {reason}</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>The output needs about {needed}, but only {free} are free in '{folder}'. Free some space, choose another folder, a smaller extent or a larger pixel size.</source>
   <translation>Die Ausgabe braucht etwa {needed}, in „{folder}“ sind aber nur {free} frei. Platz schaffen oder einen anderen Ordner, eine kleinere Ausdehnung oder eine größere Pixelgröße wählen.</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Device '{device}': {reason}</source>
   <translation>Gerät „{device}“: {reason}</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>The memory of this computer ran out while {work} ({reason}). Close other programs, then run the job again.</source>
   <translation>Der Speicher dieses Computers reichte nicht ({work}: {reason}). Andere Programme schließen und den Auftrag noch einmal ausführen.</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Device '{device}' ran out of memory while {work} ({reason}). Close other programs that use it, or choose the device 'cpu'. Nothing smaller is tried, as it would give other pixels.</source>
   <translation>Der Speicher von Gerät „{device}“ reichte nicht ({work}: {reason}). Andere Programme schließen, die es benutzen, oder das Gerät „cpu“ wählen. Kleiner wird nicht gerechnet, denn das ergäbe andere Pixel.</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>The job was cancelled.</source>
   <translation>Der Auftrag wurde abgebrochen.</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>{pixels} pixels, about {disk} on disk (and {temporary} while it is made), {memory} of memory, about {time}</source>
   <translation>{pixels} Pixel, etwa {disk} auf der Platte (und {temporary}, während sie entstehen), {memory} Arbeitsspeicher, etwa {time}</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <location filename="../core/task.py" />
   <source>The extent covers no pixel. Give a larger one.</source>
   <translation>Die Ausdehnung enthält kein Pixel. Eine größere angeben.</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>The extent has {width:,} x {height:,} = {pixels} pixels of size {pixel_size:g}; the limit is {limit}. Check that the pixel size is in units of the CRS ({unit}), or choose a smaller extent.</source>
   <translation>Die Ausdehnung hat {width:,} x {height:,} = {pixels} Pixel der Größe {pixel_size:g}; die Grenze ist {limit}. Prüfen, ob die Pixelgröße in Einheiten des KBS angegeben ist ({unit}), oder eine kleinere Ausdehnung wählen.</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>The disk of '{folder}' cannot be reached ({error}). Choose another output folder.</source>
   <translation>Die Platte von „{folder}“ ist nicht erreichbar ({error}). Einen anderen Ausgabeordner wählen.</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>If the output packs badly it needs {worst} while it is made, but only {free} are free.</source>
   <translation>Wenn sich die Ausgabe schlecht packen lässt, braucht sie {worst}, während sie entsteht; frei sind aber nur {free}.</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>degrees</source>
   <translation>Grad</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>{metres:g} m each</source>
   <translation>je {metres:g} m</translation>
  </message>
  <message>
   <location filename="../core/execution.py" />
   <source>Loading model '{model}'</source>
   <translation>Modell „{model}“ wird geladen</translation>
  </message>
  <message>
   <location filename="../core/execution.py" />
   <source>Generating</source>
   <translation>Wird erzeugt</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>The raster covers the extent {extent} already. Choose an extent that reaches beyond it.</source>
   <translation>Das Raster deckt die Ausdehnung {extent} bereits ab. Eine Ausdehnung wählen, die darüber hinausreicht.</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <location filename="../core/jobs.py" />
   <source>Finishing the file</source>
   <translation>Datei wird fertiggestellt</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>Copying what exists</source>
   <translation>Vorhandenes wird kopiert</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>Along the old edge, old and new pixels differ by up to {gap:.3g}, which is what another device may change.</source>
   <translation>Entlang der alten Kante weichen alte und neue Pixel um bis zu {gap:.3g} ab; so viel kann ein anderes Gerät ändern.</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>The raster is not what its tags say: along its edge it differs from them by up to {gap:.3g}, so that new pixels would not fit. Use the raster as it was made, or generate the larger extent anew.</source>
   <translation>Das Raster ist nicht, was seine Tags sagen: an seinem Rand weicht es um bis zu {gap:.3g} davon ab, neue Pixel würden also nicht passen. Das Raster so verwenden, wie es erzeugt wurde, oder die größere Ausdehnung neu erzeugen.</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <location filename="../core/jobs.py" />
   <source>The output '{output}' is the input itself. Choose another output file.</source>
   <translation>Die Ausgabe „{output}“ ist die Eingabe selbst. Eine andere Ausgabedatei wählen.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The extent {extent} is not finite. Zoom to the area you want, or to a layer, and set the extent again.</source>
   <translation>Die Ausdehnung {extent} ist nicht endlich. Auf das gewünschte Gebiet oder einen Layer zoomen und die Ausdehnung neu setzen.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The extent {extent} has no area. Give a west edge smaller than the east edge and a south edge smaller than the north edge.</source>
   <translation>Die Ausdehnung {extent} hat keine Fläche. Eine Westkante kleiner als die Ostkante und eine Südkante kleiner als die Nordkante angeben.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>Pixel size {pixel_size} is not a positive number. Give the pixel size in units of the CRS, for example 30 in a CRS in metres.</source>
   <translation>Pixelgröße {pixel_size} ist keine positive Zahl. Die Pixelgröße in Einheiten des KBS angeben, zum Beispiel 30 in einem KBS in Metern.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster starts {pixels} pixels from the origin of its CRS, which is too far. Check its CRS and pixel size.</source>
   <translation>Das Raster beginnt {pixels} Pixel vom Ursprung seines KBS entfernt, das ist zu weit. KBS und Pixelgröße prüfen.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>With pixel size {pixel_size} the extent {extent} reaches {pixels:.3g} pixels from the origin of the CRS; the limit is {limit:,}. Give a larger pixel size, and check that extent and pixel size are in the same units.</source>
   <translation>Mit der Pixelgröße {pixel_size} reicht die Ausdehnung {extent} bis {pixels:.3g} Pixel vom Ursprung des KBS; die Grenze ist {limit:,}. Eine größere Pixelgröße angeben und prüfen, ob Ausdehnung und Pixelgröße die gleichen Einheiten haben.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster's geotransform {geotransform} is not valid. Assign it a position first.</source>
   <translation>Die Geotransformation {geotransform} des Rasters ist ungültig. Ihm zuerst eine Lage zuweisen.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster has no pixels.</source>
   <translation>Das Raster hat keine Pixel.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster has no position on the ground. Georeference it first.</source>
   <translation>Das Raster hat keine Lage auf der Erde. Es zuerst georeferenzieren.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster is rotated or sheared. Run 'Warp (reproject)' on it first.</source>
   <translation>Das Raster ist gedreht oder geschert. Zuerst „Transformieren (Reprojizieren)“ darauf anwenden.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster is stored upside down or mirrored (its first row is not the northernmost or its first column not the westernmost). Run 'Warp (reproject)' on it first.</source>
   <translation>Das Raster ist kopfüber oder gespiegelt gespeichert (seine erste Zeile ist nicht die nördlichste oder seine erste Spalte nicht die westlichste). Zuerst „Transformieren (Reprojizieren)“ darauf anwenden.</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster's pixels are not square ({dx} by {dy}). Run 'Warp (reproject)' on it first, with one output resolution for both directions.</source>
   <translation>Die Pixel des Rasters sind nicht quadratisch ({dx} mal {dy}). Zuerst „Transformieren (Reprojizieren)“ darauf anwenden, mit gleicher Auflösung in beiden Richtungen.</translation>
  </message>
  <message>
   <location filename="../core/guided.py" />
   <source>Cells of {cell:g} m do not fit pixels of {pixel:g} m.</source>
   <translation>Zellen von {cell:g} m passen nicht zu Pixeln von {pixel:g} m.</translation>
  </message>
  <message>
   <location filename="../core/inference/climate.py" />
   <location filename="../core/inference/terrain.py" />
   <source>The card gives stage '{stage}' a wrong halo.</source>
   <translation>Die Karte gibt der Stufe „{stage}“ einen falschen Rand.</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>This computer has: {available}. {hint}</source>
   <translation>Dieser Computer hat: {available}. {hint}</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>It does not compute ({problem}). Update its driver, or choose another of: {available}.</source>
   <translation>Es rechnet nicht ({problem}). Seinen Treiber aktualisieren oder ein anderes wählen: {available}.</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>Device '{device}' is not used, as it does not compute ({problem}). Update its driver; until then models run on '{other}'.</source>
   <translation>Gerät „{device}“ wird nicht verwendet, weil es nicht rechnet ({problem}). Seinen Treiber aktualisieren; bis dahin laufen Modelle auf „{other}“.</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>No device of this computer computes ({problems}). Set up PyTorch again.</source>
   <translation>Kein Gerät dieses Computers rechnet ({problems}). PyTorch neu einrichten.</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>This PyTorch is the build without NVIDIA's CUDA; another build can be set up in Settings &gt; Options &gt; Terraloom.</source>
   <translation>Dieses PyTorch ist die Variante ohne CUDA von NVIDIA; eine andere lässt sich unter Einstellungen &gt; Optionen &gt; Terraloom einrichten.</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>Choose one of these, or 'auto'.</source>
   <translation>Eines davon wählen oder „auto“.</translation>
  </message>
  <message>
   <location filename="../core/inference/memory.py" />
   <source>Device '{device}' ran out of memory while {work}; what was kept in reserve was given back, and the work went on. Close other programs that use it if the job is slow.</source>
   <translation>Der Speicher von Gerät „{device}“ reichte nicht ({work}); die Reserve wurde freigegeben, und die Arbeit ging weiter. Andere Programme schließen, die es benutzen, falls der Auftrag langsam ist.</translation>
  </message>
  <message>
   <location filename="../core/inference/open_model.py" />
   <location filename="../core/worker/client.py" />
   <source>loading model '{model}'</source>
   <translation>Modell „{model}“ laden</translation>
  </message>
  <message>
   <location filename="../core/inference/open_model.py" />
   <source>computing a tile of stage '{stage}'</source>
   <translation>eine Kachel der Stufe „{stage}“ berechnen</translation>
  </message>
  <message>
   <location filename="../core/inference/open_model.py" />
   <source>Stage '{stage}' cannot be built: {error}</source>
   <translation>Stufe „{stage}“ lässt sich nicht aufbauen: {error}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>it is nested too deeply</source>
   <translation>sie ist zu tief verschachtelt</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>the card</source>
   <translation>die Karte</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} must be of type {type}</source>
   <translation>{where} muss vom Typ {type} sein</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} must be {constant!r}</source>
   <translation>{where} muss {constant!r} sein</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, not one of {allowed}</source>
   <translation>{where} ist {value}, nicht eines von {allowed}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} must not be empty</source>
   <translation>{where} darf nicht leer sein</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is longer than {limit} characters</source>
   <translation>{where} ist länger als {limit} Zeichen</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, which does not match {pattern}</source>
   <translation>{where} ist {value} und passt nicht zu {pattern}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, below {limit}</source>
   <translation>{where} ist {value}, weniger als {limit}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, but must be above {limit}</source>
   <translation>{where} ist {value}, muss aber über {limit} liegen</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, above {limit}</source>
   <translation>{where} ist {value}, mehr als {limit}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} needs at least {limit} entries</source>
   <translation>{where} braucht mindestens {limit} Einträge</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} has more than {limit} entries</source>
   <translation>{where} hat mehr als {limit} Einträge</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} has an entry twice</source>
   <translation>{where} hat einen Eintrag doppelt</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} lacks '{key}'</source>
   <translation>{where}: „{key}“ fehlt</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>the name '{name}'</source>
   <translation>der Name „{name}“</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} has the unknown entry '{key}'</source>
   <translation>{where} hat den unbekannten Eintrag „{key}“</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source> or </source>
   <translation> oder </translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{name} is not a JSON number</source>
   <translation>{name} ist keine JSON-Zahl</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{text} is too large a number</source>
   <translation>{text} ist eine zu große Zahl</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>'{key}' appears twice in one object</source>
   <translation>„{key}“ steht zweimal in einem Objekt</translation>
  </message>
  <message>
   <location filename="../core/kept_stage.py" />
   <source>Model '{model}' has no stage that gives '{name}'.</source>
   <translation>Modell „{model}“ hat keine Stufe, die „{name}“ liefert.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>There is a model '{model}' among your own already.</source>
   <translation>Unter den eigenen Modellen gibt es „{model}“ bereits.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It is not one of your own models, so it stays.</source>
   <translation>Es ist keines der eigenen Modelle, also bleibt es.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It could not be removed: {error}.</source>
   <translation>Es ließ sich nicht entfernen: {error}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It could not be imported: {reason}.</source>
   <translation>Es ließ sich nicht importieren: {reason}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>Its id '{id}' is that of a model or an algorithm of Terraloom itself. Change the id in {card}.</source>
   <translation>Seine ID „{id}“ gehört einem Modell oder Algorithmus von Terraloom selbst. Die ID in {card} ändern.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It could not be exported to '{target}': {error}.</source>
   <translation>Es ließ sich nicht nach „{target}“ exportieren: {error}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>'{name}' has {size}; such a file has at most {limit}.</source>
   <translation>„{name}“ hat {size}; eine solche Datei hat höchstens {limit}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It is neither a folder nor a zip file.</source>
   <translation>Es ist weder ein Ordner noch eine Zip-Datei.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip has {count} files; a model has a few.</source>
   <translation>Die Zip-Datei enthält {count} Dateien; ein Modell hat nur einige.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip's entry '{entry}' leads out of its folder.</source>
   <translation>Der Zip-Eintrag „{entry}“ führt aus seinem Ordner hinaus.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip's entry '{entry}' is a link, not a file.</source>
   <translation>Der Zip-Eintrag „{entry}“ ist eine Verknüpfung, keine Datei.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip is encrypted. Unpack it, and import the folder.</source>
   <translation>Die Zip-Datei ist verschlüsselt. Sie entpacken und den Ordner importieren.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip unpacks to {size}; a model has at most {limit}.</source>
   <translation>Die Zip-Datei entpackt sich zu {size}; ein Modell hat höchstens {limit}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../processing_provider/verify.py" />
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>more than one</source>
   <translation>mehr als eine</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip has {found} {card}; it must hold one model.</source>
   <translation>Die Zip-Datei enthält {found} {card}; sie muss genau ein Modell enthalten.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>'{entry}' is larger than the zip says.</source>
   <translation>„{entry}“ ist größer, als die Zip-Datei angibt.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <location filename="../core/package.py" />
   <source>It has no {card}.</source>
   <translation>Er enthält keine {card}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <location filename="../core/package.py" />
   <source>{card} is not valid JSON: {error}.</source>
   <translation>{card} ist kein gültiges JSON: {error}.</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>{card} has no proper id: small letters, digits and underscores, at most 64.</source>
   <translation>{card} hat keine ordentliche ID: Kleinbuchstaben, Ziffern und Unterstriche, höchstens 64.</translation>
  </message>
  <message>
   <location filename="../core/nets/footprints.py" />
   <source>A network of buildings has three levels.</source>
   <translation>Ein Netz für Gebäude hat drei Ebenen.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument '{name}' must be a list of whole numbers.</source>
   <translation>Argument „{name}“ muss eine Liste ganzer Zahlen sein.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument '{name}' must have 1 to {limit} values.</source>
   <translation>Argument „{name}“ muss 1 bis {limit} Werte haben.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Value {value!r} of argument '{name}' is no whole number between {lowest} and {highest}.</source>
   <translation>Wert {value!r} von Argument „{name}“ ist keine ganze Zahl zwischen {lowest} und {highest}.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Arguments 'widths', 'blocks', 'noise' and 'sides' differ in length.</source>
   <translation>Die Argumente „widths“, „blocks“, „noise“ und „sides“ sind verschieden lang.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Values of argument 'sides' can only be 0 or {channels}.</source>
   <translation>Werte von Argument „sides“ können nur 0 oder {channels} sein.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument 'latent' must be a whole number between 0 and {limit}.</source>
   <translation>Argument „latent“ muss eine ganze Zahl zwischen 0 und {limit} sein.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument '{name}' must have {count} values.</source>
   <translation>Argument „{name}“ muss {count} Werte haben.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument 'palettes' must be between 1 and {limit}.</source>
   <translation>Argument „palettes“ muss zwischen 1 und {limit} liegen.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Network '{network}' is not known; known are {known}.</source>
   <translation>Netz „{network}“ ist nicht bekannt; bekannt sind {known}.</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Network '{network}' needs the argument {argument}.</source>
   <translation>Netz „{network}“ braucht das Argument {argument}.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>It exists already. Choose another id, or delete the folder first.</source>
   <translation>Er existiert bereits. Eine andere ID wählen oder den Ordner vorher löschen.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>It could not be written: {error}.</source>
   <translation>Ließ sich nicht schreiben: {error}.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>The style file '{style}' that the card names is missing.</source>
   <translation>Die Stildatei „{style}“, die die Karte nennt, fehlt.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>Its card has schema {schema}, made for a newer Terraloom; this one reads schema {newest}. Update the plugin.</source>
   <translation>Seine Karte hat Schema {schema}, für ein neueres Terraloom; dieses liest Schema {newest}. Das Plugin aktualisieren.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} does not fit the schema: {problems}.</source>
   <translation>{card} entspricht nicht dem Schema: {problems}.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} contradicts itself. {problem}</source>
   <translation>{card} widerspricht sich. {problem}</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>The folder is named '{folder}', but its card has the id '{id}'. Rename the folder to '{id}'.</source>
   <translation>Der Ordner heißt „{folder}“, seine Karte hat aber die ID „{id}“. Den Ordner in „{id}“ umbenennen.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} has {size}; a card has at most {limit}.</source>
   <translation>{card} hat {size}; eine Karte hat höchstens {limit}.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} is not a JSON object.</source>
   <translation>{card} ist kein JSON-Objekt.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>The weights file '{file}' of stage '{stage}' is missing.</source>
   <translation>Die Gewichtsdatei „{file}“ der Stufe „{stage}“ fehlt.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{file}' has {size}; weights have at most {limit}.</source>
   <translation>„{file}“ hat {size}; Gewichte haben höchstens {limit}.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{file}' has {size} bytes, but the card says {bytes}: the file was cut short or replaced. Copy the model folder again.</source>
   <translation>„{file}“ hat {size} Bytes, laut Karte aber {bytes}: die Datei wurde abgeschnitten oder ersetzt. Den Modellordner noch einmal kopieren.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{file}' does not have the SHA-256 that the card gives: the file is damaged or was replaced. Copy the model folder again.</source>
   <translation>„{file}“ hat nicht den SHA-256, den die Karte angibt: die Datei ist beschädigt oder wurde ersetzt. Den Modellordner noch einmal kopieren.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>No weights were given for '{file}' of stage '{stage}'.</source>
   <translation>Für „{file}“ der Stufe „{stage}“ wurden keine Gewichte angegeben.</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{name}' is not a plain file name.</source>
   <translation>„{name}“ ist kein einfacher Dateiname.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>Parameter '{name}' {reason}</source>
   <translation>Parameter „{name}“ {reason}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>between {low} and {high}{unit}</source>
   <translation>zwischen {low} und {high}{unit}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{low}{unit} or more</source>
   <translation>von {low}{unit} oder mehr</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{high}{unit} or less</source>
   <translation>von {high}{unit} oder weniger</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has the unknown kind '{kind}'; use one of {known}.</source>
   <translation>hat die unbekannte Art „{kind}“; eine von {known} verwenden.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>needs options if, and only if, its kind is enum.</source>
   <translation>braucht Auswahlwerte genau dann, wenn seine Art enum ist.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has the same option twice.</source>
   <translation>hat zweimal den gleichen Auswahlwert.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has limits, which kind {kind} does not take.</source>
   <translation>hat Grenzen, die es bei der Art {kind} nicht gibt.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has a limit that is not finite.</source>
   <translation>hat eine Grenze, die nicht endlich ist.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has a minimum above its maximum.</source>
   <translation>hat ein Minimum über seinem Maximum.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has a default that it would refuse: {reason}</source>
   <translation>hat eine Vorgabe, die er ablehnen würde: {reason}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{name} is {value!r}; give {wanted}.</source>
   <translation>{name} ist {value!r}; richtig ist {wanted}.</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>true or false</source>
   <translation>wahr oder falsch</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>one of {values}</source>
   <translation>eines von {values}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>a whole number</source>
   <translation>eine ganze Zahl</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{wanted} {limits}</source>
   <translation>{wanted} {limits}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>'{name}' is not a parameter of this model; it has: {names}.</source>
   <translation>„{name}“ ist kein Parameter dieses Modells; es hat: {names}.</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>Only the unchanged output of a Terraloom algorithm can be checked or made again.</source>
   <translation>Nur die unveränderte Ausgabe eines Terraloom-Algorithmus lässt sich prüfen oder noch einmal erzeugen.</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>This raster carries no Terraloom tags. {remedy}</source>
   <translation>Dieses Raster trägt keine Terraloom-Tags. {remedy}</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>The raster's tag {name} {problem}. {remedy}</source>
   <translation>Das Tag {name} des Rasters {problem}. {remedy}</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is missing</source>
   <translation>fehlt</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not valid JSON: '{text}'</source>
   <translation>ist kein gültiges JSON: „{text}“</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not a whole number: '{text}'</source>
   <translation>ist keine ganze Zahl: „{text}“</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no plain value for '{key}'</source>
   <translation>hat keinen einfachen Wert für „{key}“</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not a list</source>
   <translation>ist keine Liste</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>does not name every input with its hash</source>
   <translation>nennt nicht jede Eingabe mit ihrem Hash</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no pairs of value and class</source>
   <translation>hat keine Paare aus Wert und Klasse</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not a JSON object</source>
   <translation>ist kein JSON-Objekt</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no text '{key}'</source>
   <translation>hat keinen Text „{key}“</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no number '{key}'</source>
   <translation>hat keine Zahl „{key}“</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no four whole numbers '{key}'</source>
   <translation>hat keine vier ganzen Zahlen „{key}“</translation>
  </message>
  <message>
   <location filename="../core/raster/crs.py" />
   <source>CRS '{crs}' counts its angles in {unit}, not in degrees. Choose a CRS in degrees, such as EPSG:4326, or a projected CRS.</source>
   <translation>KBS „{crs}“ zählt seine Winkel in {unit}, nicht in Grad. Ein KBS in Grad wählen, etwa EPSG:4326, oder ein projiziertes KBS.</translation>
  </message>
  <message>
   <location filename="../core/raster/crs.py" />
   <source>CRS '{crs}' is neither geographic nor projected, so its pixels have no size on the ground. Choose a projected CRS, such as the UTM zone of the area.</source>
   <translation>KBS „{crs}“ ist weder geographisch noch projiziert, seine Pixel haben also keine Größe auf der Erde. Ein projiziertes KBS wählen, etwa die UTM-Zone des Gebiets.</translation>
  </message>
  <message>
   <location filename="../core/raster/crs.py" />
   <source>CRS '{crs}' is not known{reason}. Choose one from QGIS's list, for example EPSG:3857, or give its WKT.</source>
   <translation>KBS „{crs}“ ist nicht bekannt{reason}. Eines aus der Liste von QGIS wählen, zum Beispiel EPSG:3857, oder sein WKT angeben.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Format {format} ('{suffix}') cannot hold {type} pixels. Give the output a name that ends in '.tif'.</source>
   <translation>Format {format} („{suffix}“) kann keine Pixel vom Typ {type} aufnehmen. Der Ausgabe einen Namen geben, der auf „.tif“ endet.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {option} would resample the result. Leave it out and run 'Warp (reproject)' on the output instead.</source>
   <translation>Die Erzeugungsoption {option} würde das Ergebnis umrechnen. Sie weglassen und stattdessen „Transformieren (Reprojizieren)“ auf die Ausgabe anwenden.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option '{option}' is not of the form NAME=VALUE, for example COMPRESS=DEFLATE.</source>
   <translation>Die Erzeugungsoption „{option}“ hat nicht die Form NAME=WERT, zum Beispiel COMPRESS=DEFLATE.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {name} is given twice. Give it once.</source>
   <translation>Die Erzeugungsoption {name} ist zweimal angegeben. Sie einmal angeben.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source> Did you mean {name}?</source>
   <translation> Ist {name} gemeint?</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source> Remove it, or correct its name.</source>
   <translation> Sie entfernen oder ihren Namen berichtigen.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {options} is not known to GDAL driver {drivers}.{hint}</source>
   <translation>Die Erzeugungsoption {options} ist dem GDAL-Treiber {drivers} nicht bekannt.{hint}</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {options} has a value that GDAL driver {drivers} does not take. Choose a value from the driver's documentation.</source>
   <translation>Die Erzeugungsoption {options} hat einen Wert, den der GDAL-Treiber {drivers} nicht annimmt. Einen Wert aus der Dokumentation des Treibers wählen.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {options} exists only in a cloud optimised GeoTIFF, and the others only in a plain one. Remove one kind.</source>
   <translation>Die Erzeugungsoption {options} gibt es nur in einem Cloud Optimized GeoTIFF, die anderen nur in einem gewöhnlichen. Eine Art entfernen.</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>No raster format for '{name}' can be written. Give the output a name that ends in '.tif'.</source>
   <translation>Für „{name}“ lässt sich kein Rasterformat schreiben. Der Ausgabe einen Namen geben, der auf „.tif“ endet.</translation>
  </message>
  <message>
   <location filename="../core/raster/gdal_calls.py" />
   <source>no reason</source>
   <translation>kein Grund genannt</translation>
  </message>
  <message>
   <location filename="../core/raster/map_picture.py" />
   <location filename="../core/raster/mbtiles.py" />
   <source>It has no colour table. Use a raster of map classes.</source>
   <translation>Es hat keine Farbtabelle. Ein Raster mit Kartenklassen verwenden.</translation>
  </message>
  <message>
   <location filename="../core/raster/map_picture.py" />
   <location filename="../core/raster/mbtiles.py" />
   <source>It cannot be written ({failure}).</source>
   <translation>Es lässt sich nicht schreiben ({failure}).</translation>
  </message>
  <message>
   <location filename="../core/raster/mbtiles.py" />
   <source>The coarsest zoom level, {coarsest}, is finer than the finest, {finest}.</source>
   <translation>Die gröbste Zoomstufe, {coarsest}, ist feiner als die feinste, {finest}.</translation>
  </message>
  <message>
   <location filename="../core/raster/mbtiles.py" />
   <source>{problem} Give a smaller one.</source>
   <translation>{problem} Eine kleinere angeben.</translation>
  </message>
  <message>
   <location filename="../core/raster/mbtiles.py" />
   <source>It cannot be written.</source>
   <translation>Es lässt sich nicht schreiben.</translation>
  </message>
  <message>
   <location filename="../core/raster/on_plane.py" />
   <source>It cannot be read ({failure}).</source>
   <translation>Es lässt sich nicht lesen ({failure}).</translation>
  </message>
  <message>
   <location filename="../core/raster/on_plane.py" />
   <location filename="../core/raster/reader.py" />
   <source>It is closed already.</source>
   <translation>Es ist bereits geschlossen.</translation>
  </message>
  <message>
   <location filename="../core/raster/on_plane.py" />
   <source>It cannot be brought to the CRS of the result ({failure}).</source>
   <translation>Es lässt sich nicht in das KBS des Ergebnisses bringen ({failure}).</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It has no band {band}, only bands 1 to {count}.</source>
   <translation>Es hat keinen Kanal {band}, nur die Kanäle 1 bis {count}.</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>Band {band} holds complex numbers. Choose a real band.</source>
   <translation>Kanal {band} enthält komplexe Zahlen. Einen reellen Kanal wählen.</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It has no coordinate reference system. Run 'Assign projection' on it first.</source>
   <translation>Es hat kein Koordinatenbezugssystem. Zuerst „Projektion zuweisen“ darauf anwenden.</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It has no position on the ground. Georeference it first.</source>
   <translation>Es hat keine Lage auf der Erde. Es zuerst georeferenzieren.</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It cannot be opened{reason}. Check that it exists and is a raster QGIS can show.</source>
   <translation>Es lässt sich nicht öffnen{reason}. Prüfen, ob es existiert und ein Raster ist, das QGIS anzeigen kann.</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>Rows {first_row} to {last_row}, columns {first_column} to {last_column} cannot be read ({failure}). The file may be damaged or out of reach.</source>
   <translation>Zeilen {first_row} bis {last_row}, Spalten {first_column} bis {last_column} lassen sich nicht lesen ({failure}). Die Datei ist vielleicht beschädigt oder nicht erreichbar.</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>File '{path}' cannot be read ({error}).</source>
   <translation>Datei „{path}“ lässt sich nicht lesen ({error}).</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>is a folder. Give the name of a file in it.</source>
   <translation>ist ein Ordner. Den Namen einer Datei darin angeben.</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>cannot be written: there is no folder '{folder}'. Create it, or choose another.</source>
   <translation>lässt sich nicht schreiben: es gibt keinen Ordner „{folder}“. Ihn anlegen oder einen anderen wählen.</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>cannot be written: folder '{folder}' is write-protected. Choose another.</source>
   <translation>lässt sich nicht schreiben: Ordner „{folder}“ ist schreibgeschützt. Einen anderen wählen.</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>is write-protected. Choose another name, or remove the protection.</source>
   <translation>ist schreibgeschützt. Einen anderen Namen wählen oder den Schutz aufheben.</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>Output '{path}' {problem}</source>
   <translation>Ausgabe „{path}“ {problem}</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>GDAL gave no reason</source>
   <translation>GDAL nannte keinen Grund</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>GDAL cannot open what it wrote</source>
   <translation>GDAL kann nicht öffnen, was es geschrieben hat</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>It cannot be replaced: another program holds it open. Close it there.</source>
   <translation>Es lässt sich nicht ersetzen: ein anderes Programm hält es offen. Es dort schließen.</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>It could not be written ({failure}).</source>
   <translation>Es ließ sich nicht schreiben ({failure}).</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>Pixel size {size} degrees ({ground:.4g} m at the equator) is not native to this model; generated at {level} m and resampled.</source>
   <translation>Pixelgröße {size} Grad ({ground:.4g} m am Äquator) ist bei diesem Modell nicht nativ; mit {level} m erzeugt und umgerechnet.</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>units ({ground:.4g} m)</source>
   <translation>Einheiten ({ground:.4g} m)</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>Pixel size {size} {unit} is not native to this model; generated at {level} m and resampled.</source>
   <translation>Pixelgröße {size} {unit} ist bei diesem Modell nicht nativ; mit {level} m erzeugt und umgerechnet.</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>The extent reaches from latitude {south} to {north}; degrees work between -{limit:g} and {limit:g}. For the poles choose a polar CRS in metres, such as EPSG:3413 or EPSG:3031.</source>
   <translation>Die Ausdehnung reicht von Breite {south} bis {north}; Grad gehen zwischen -{limit:g} und {limit:g}. Für die Pole ein polares KBS in Metern wählen, etwa EPSG:3413 oder EPSG:3031.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' is too short to be a safetensors file.</source>
   <translation>„{name}“ ist zu kurz für eine safetensors-Datei.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' is not a safetensors file, or was cut short: its header claims {length} bytes.</source>
   <translation>„{name}“ ist keine safetensors-Datei oder wurde abgeschnitten: ihr Kopf beansprucht {length} Bytes.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' is not a safetensors file: its header is not JSON.</source>
   <translation>„{name}“ ist keine safetensors-Datei: ihr Kopf ist kein JSON.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>The header of '{name}' is not valid JSON: {error}.</source>
   <translation>Der Kopf von „{name}“ ist kein gültiges JSON: {error}.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>The metadata of '{name}' is not a mapping of texts.</source>
   <translation>Die Metadaten von „{name}“ sind keine Zuordnung von Texten.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>The tensors of '{name}' overlap or leave gaps in the file.</source>
   <translation>Die Tensoren von „{name}“ überlappen sich oder lassen Lücken in der Datei.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' holds {bytes} bytes of tensors, but its header describes {described}.</source>
   <translation>„{name}“ enthält {bytes} Bytes an Tensoren, ihr Kopf beschreibt aber {described}.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' lacks its dtype, shape or offsets.</source>
   <translation>Tensor „{tensor}“ in „{name}“ fehlen Typ, Form oder Lage.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' has the unknown type {type!r}.</source>
   <translation>Tensor „{tensor}“ in „{name}“ hat den unbekannten Typ {type!r}.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' has an invalid shape or invalid offsets.</source>
   <translation>Tensor „{tensor}“ in „{name}“ hat eine ungültige Form oder Lage.</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' does not have the size of its shape.</source>
   <translation>Tensor „{tensor}“ in „{name}“ hat nicht die Größe seiner Form.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Model '{model}' takes no layer '{layer}'. Leave it out.</source>
   <translation>Modell „{model}“ nimmt keinen Layer „{layer}“. Ihn weglassen.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Layer '{layer}' is missing. Choose one.</source>
   <translation>Layer „{layer}“ fehlt. Einen wählen.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source> is {metres} m on the ground, which</source>
   <translation> ist am Boden {metres} m groß und</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Pixel size {pixel_size} {unit}{on_ground} is outside the range of model '{model}': {low} to {high} m. In this CRS, give for example {example:.6g} {unit}.</source>
   <translation>Pixelgröße {pixel_size} {unit}{on_ground} liegt außerhalb des Bereichs von Modell „{model}“: {low} bis {high} m. In diesem KBS zum Beispiel {example:.6g} {unit} angeben.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Scale {scale} is not possible. Use one of {known}.</source>
   <translation>Der Faktor {scale} ist nicht möglich. Einen von {known} verwenden.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Fidelity {fidelity:g} % is not between 0 and 100.</source>
   <translation>Treue {fidelity:g} % liegt nicht zwischen 0 und 100.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>The output's pixels are {size} m wide; this model was trained for {low} to {high} m, so expect less natural detail. Choose another scale, or resample the input first.</source>
   <translation>Die Pixel der Ausgabe sind {size} m breit; dieses Modell wurde für {low} bis {high} m trainiert, weniger natürliche Einzelheiten sind zu erwarten. Einen anderen Faktor wählen oder die Eingabe vorher umrechnen.</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>The extent {extent} does not meet the input layer. Choose an extent inside the layer, or leave it empty to use all of it.</source>
   <translation>Die Ausdehnung {extent} trifft den Eingabelayer nicht. Eine Ausdehnung innerhalb des Layers wählen oder sie leer lassen, um ihn ganz zu verwenden.</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>an unknown time</source>
   <translation>unbekannte Zeit</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 second</source>
   <translation>1 Sekunde</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} seconds</source>
   <translation>{count} Sekunden</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 minute</source>
   <translation>1 Minute</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} minutes</source>
   <translation>{count} Minuten</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 hour</source>
   <translation>1 Stunde</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} hours</source>
   <translation>{count} Stunden</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 day</source>
   <translation>1 Tag</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} days</source>
   <translation>{count} Tage</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>less than a second</source>
   <translation>weniger als eine Sekunde</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} million</source>
   <translation>{count} Millionen</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} billion</source>
   <translation>{count} Milliarden</translation>
  </message>
  <message>
   <location filename="../core/verification.py" />
   <source>Every pixel is what the tags say.</source>
   <translation>Jedes Pixel ist, was die Tags sagen.</translation>
  </message>
  <message>
   <location filename="../core/verification.py" />
   <source>{share:.4%} of the pixels are identical; the rest differ by at most {gap:.3g}, which is what another device may change.</source>
   <translation>{share:.4%} der Pixel sind gleich; die übrigen weichen um höchstens {gap:.3g} ab; so viel kann ein anderes Gerät ändern.</translation>
  </message>
  <message>
   <location filename="../core/verification.py" />
   <source>The raster is not what its tags say: {share:.4%} of the pixels differ, by up to {gap:.3g}.</source>
   <translation>Das Raster ist nicht, was seine Tags sagen: {share:.4%} der Pixel weichen ab, um bis zu {gap:.3g}.</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>Left out: {sentence}</source>
   <translation>Ausgelassen: {sentence}</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>Install Python 3.12 from python.org, then try again or name it as the base.</source>
   <translation>Python 3.12 von python.org installieren, dann noch einmal versuchen oder es als Grundlage angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>Install Python 3.9 or newer with its venv module (on Debian and Ubuntu: 'sudo apt install python3-venv'), then try again.</source>
   <translation>Python 3.9 oder neuer mit seinem Modul venv installieren (unter Debian und Ubuntu: „sudo apt install python3-venv“), dann noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>No Python was found that an environment can be made from.{why} {advice}</source>
   <translation>Es wurde kein Python gefunden, aus dem sich eine Umgebung machen lässt.{why} {advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/build_choice.py" />
   <source>{problem} The build '{build}' works on every computer.</source>
   <translation>{problem} Die Variante „{build}“ läuft auf jedem Computer.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{title}: download about {download}, on disk about {disk}</source>
   <translation>{title}: Download etwa {download}, auf der Platte etwa {disk}</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>CPU and Apple GPU</source>
   <translation>CPU und Apple-GPU</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>There is no build '{build}' of PyTorch for {target}. Choose one of: {known}.</source>
   <translation>Für {target} gibt es keine PyTorch-Variante „{build}“. Eine von diesen wählen: {known}.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{gpu} has driver {driver}, and {build} needs {needed} or newer. Update the NVIDIA driver.</source>
   <translation>{gpu} hat Treiber {driver}, und {build} braucht {needed} oder neuer. Den NVIDIA-Treiber aktualisieren.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{gpu} (compute capability {capability}) is too old for {build}, which needs {needed} or newer.</source>
   <translation>{gpu} (Compute Capability {capability}) ist zu alt für {build}, nötig ist {needed} oder neuer.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{gpu} (compute capability {capability}) is too new for {build}.</source>
   <translation>{gpu} (Compute Capability {capability}) ist zu neu für {build}.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>There are no PyTorch builds with CUDA for {target}.</source>
   <translation>Für {target} gibt es keine PyTorch-Varianten mit CUDA.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>No NVIDIA card answers: nvidia-smi is missing or lists none. Where there is one, install NVIDIA's driver.</source>
   <translation>Keine NVIDIA-Karte antwortet: nvidia-smi fehlt oder nennt keine. Falls eine da ist, den Treiber von NVIDIA installieren.</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>For {cards}. {build}.</source>
   <translation>Für {cards}. {build}.</translation>
  </message>
  <message>
   <location filename="../core/worker/child_process.py" />
   <source>'{program}' could not be started: {reason}.</source>
   <translation>„{program}“ ließ sich nicht starten: {reason}.</translation>
  </message>
  <message>
   <location filename="../core/worker/child_process.py" />
   <source>'{program}' did nothing for {time} and was ended. Check the connection to the internet, the proxy and the virus scanner, and try again; what was downloaded is kept.</source>
   <translation>„{program}“ tat {time} lang nichts und wurde beendet. Internetverbindung, Proxy und Virenscanner prüfen und noch einmal versuchen; was geladen wurde, bleibt erhalten.</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>There is no such file</source>
   <translation>Die Datei gibt es nicht</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>testing the devices</source>
   <translation>die Geräte testen</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>The worker did not say what it is. Run the job again.</source>
   <translation>Der Worker nannte sich nicht. Den Auftrag noch einmal ausführen.</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>computing a tile of '{model}' on {device}</source>
   <translation>eine Kachel von „{model}“ auf {device} berechnen</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>A tile could not be passed to the worker: {error}. Free some space in the temporary folder '{folder}'.</source>
   <translation>Eine Kachel ließ sich nicht an den Worker übergeben: {error}. Im temporären Ordner „{folder}“ Platz schaffen.</translation>
  </message>
  <message>
   <location filename="../core/worker/computing.py" />
   <source>Its files have changed since the models were listed. Run the algorithm again.</source>
   <translation>Seine Dateien haben sich geändert, seit die Modelle aufgelistet wurden. Den Algorithmus noch einmal ausführen.</translation>
  </message>
  <message>
   <location filename="../core/worker/computing.py" />
   <source>The model was closed before its last tile was computed.</source>
   <translation>Das Modell wurde vor der Berechnung seiner letzten Kachel geschlossen.</translation>
  </message>
  <message>
   <location filename="../core/worker/computing.py" />
   <source>The tile could not be passed to QGIS: {error}.</source>
   <translation>Die Kachel ließ sich nicht an QGIS übergeben: {error}.</translation>
  </message>
  <message>
   <location filename="../core/worker/environment.py" />
   <location filename="../core/worker/interpreter_checks.py" />
   <source>There is no file '{python}'. Choose a Python interpreter that exists.</source>
   <translation>Es gibt keine Datei „{python}“. Einen Python-Interpreter wählen, den es gibt.</translation>
  </message>
  <message>
   <location filename="../core/worker/environment.py" />
   <source>'{python}' is not named like a Python interpreter.</source>
   <translation>„{python}“ heißt nicht wie ein Python-Interpreter.</translation>
  </message>
  <message>
   <location filename="../core/worker/environment.py" />
   <source>'{python}', checked when it starts.</source>
   <translation>„{python}“, wird beim Start geprüft.</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Creating the environment with uv</source>
   <translation>Umgebung wird mit uv angelegt</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Creating the environment</source>
   <translation>Umgebung wird angelegt</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Creating the environment without pip</source>
   <translation>Umgebung wird ohne pip angelegt</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>An environment made from '{python}' does not start. Install Python from python.org and name it as the base.</source>
   <translation>Eine aus „{python}“ gemachte Umgebung startet nicht. Python von python.org installieren und als Grundlage angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>a wheel</source>
   <translation>einem Wheel</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>'{python}' can make an environment but has no pip to put into it. On Debian and Ubuntu run 'sudo apt install python{version}-venv' and try again; elsewhere install pip for that Python, or name another base.</source>
   <translation>„{python}“ kann eine Umgebung anlegen, hat aber kein pip dafür. Unter Debian und Ubuntu „sudo apt install python{version}-venv“ ausführen und noch einmal versuchen; sonst pip für dieses Python installieren oder eine andere Grundlage angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Downloading pip</source>
   <translation>pip wird heruntergeladen</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>No environment could be made from '{python}'. {problem}</source>
   <translation>Aus „{python}“ ließ sich keine Umgebung machen. {problem}</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The disk is full. Free some space, or choose another place for the environment.</source>
   <translation>Die Platte ist voll. Platz schaffen oder einen anderen Ort für die Umgebung wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The certificate of the package index is not trusted. Where a company's proxy reads the traffic, add its certificate to QGIS (Settings, Options, Authentication) or to the system, and try again.</source>
   <translation>Dem Zertifikat des Paketindex wird nicht vertraut. Wo der Proxy einer Firma den Verkehr mitliest, dessen Zertifikat in QGIS (Einstellungen, Optionen, Authentifizierung) oder im System hinzufügen und noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The proxy refused the connection. Check the address, user name and password in QGIS's network settings.</source>
   <translation>Der Proxy lehnte die Verbindung ab. Adresse, Benutzername und Passwort in den Netzwerkeinstellungen von QGIS prüfen.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The download broke off. Try again: what is complete is kept.</source>
   <translation>Der Download brach ab. Noch einmal versuchen: was vollständig ist, bleibt erhalten.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The package index cannot be reached. Check the connection to the internet and the proxy in QGIS's network settings, or name a folder with the wheels.</source>
   <translation>Der Paketindex ist nicht erreichbar. Die Internetverbindung und den Proxy in den Netzwerkeinstellungen von QGIS prüfen oder einen Ordner mit den Wheels angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>A file could not be written. Close other QGIS windows, check the rights of the folder and the virus scanner, or choose another place.</source>
   <translation>Eine Datei ließ sich nicht schreiben. Andere QGIS-Fenster schließen, die Rechte des Ordners und den Virenscanner prüfen oder einen anderen Ort wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The package index has no fitting packages for this Python. Check its address, or name a folder with the wheels.</source>
   <translation>Der Paketindex hat keine passenden Pakete für dieses Python. Seine Adresse prüfen oder einen Ordner mit den Wheels angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>PyTorch is installed, but a library of the system that it needs is missing. On Windows install the newest 'Microsoft Visual C++ Redistributable' (x64) and try again.</source>
   <translation>PyTorch ist installiert, aber eine Bibliothek des Systems, die es braucht, fehlt. Unter Windows das neueste „Microsoft Visual C++ Redistributable“ (x64) installieren und noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>This processor is too old for PyTorch's packages. Name an interpreter of your own with a PyTorch that was built for it.</source>
   <translation>Dieser Prozessor ist zu alt für die Pakete von PyTorch. Einen eigenen Interpreter mit einem dafür gebauten PyTorch angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>It gave no reason.</source>
   <translation>Es nannte keinen Grund.</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The installer failed. Its last words: {line}</source>
   <translation>Die Installation schlug fehl. Ihre letzten Worte: {line}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>The engine '{engine}' is not known. Set {variable} to {engines} or {last}.</source>
   <translation>Die Engine „{engine}“ ist nicht bekannt. {variable} auf {engines} oder {last} setzen.</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>Managed environment: {reason}</source>
   <translation>Verwaltete Umgebung: {reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>PyTorch is installed in QGIS's own Python ('{python}'), and runs in a process beside QGIS, so that its window never waits. {reason}</source>
   <translation>PyTorch ist im eigenen Python von QGIS installiert („{python}“) und läuft in einem Prozess neben QGIS, damit dessen Fenster nie wartet. {reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>PyTorch is installed in QGIS's own Python. {reason}</source>
   <translation>PyTorch ist im eigenen Python von QGIS installiert. {reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>{problem} {reason} Set it up in Settings &gt; Options &gt; Terraloom or with the algorithm 'Set up PyTorch' (terraloom:set_up_torch), or set {variable} to a Python that has it.</source>
   <translation>{problem} {reason} Es unter Einstellungen &gt; Optionen &gt; Terraloom oder mit dem Algorithmus „PyTorch einrichten“ (terraloom:set_up_torch) einrichten, oder {variable} auf ein Python setzen, das es hat.</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>PyTorch is not set up.</source>
   <translation>PyTorch ist nicht eingerichtet.</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>In QGIS's own process, as chosen.</source>
   <translation>Im Prozess von QGIS selbst, wie gewählt.</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>QGIS's own process is chosen as the home of PyTorch. {problem} Install what is missing there and restart QGIS, or choose another home in Settings &gt; Options &gt; Terraloom.</source>
   <translation>Als Ort von PyTorch ist der Prozess von QGIS selbst gewählt. {problem} Das Fehlende dort installieren und QGIS neu starten oder unter Einstellungen &gt; Optionen &gt; Terraloom einen anderen Ort wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>The interpreter '{python}' has not been checked yet.</source>
   <translation>Der Interpreter „{python}“ wurde noch nicht geprüft.</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>The chosen interpreter cannot be used. {reason}</source>
   <translation>Der gewählte Interpreter kann nicht verwendet werden. {reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>Chosen interpreter: {reason}</source>
   <translation>Gewählter Interpreter: {reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch could not be fetched from {index}.</source>
   <translation>PyTorch ließ sich von {index} nicht holen.</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch's own index ({index}) cannot be used; the configured one is asked.</source>
   <translation>Der Index von PyTorch ({index}) ist nicht nutzbar; der eingestellte wird gefragt.</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch could not be fetched from {index}, and this pip is too old to see which build another index has.</source>
   <translation>PyTorch ließ sich von {index} nicht holen, und dieses pip ist zu alt, um zu sehen, welche Variante ein anderer Index hat.</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch's build for the CPU could not be fetched from {index}, and the configured index has only the one for NVIDIA cards ({count} more packages, about {size}). {problem} Or choose a build for NVIDIA.</source>
   <translation>Die PyTorch-Variante für die CPU ließ sich von {index} nicht holen, und der eingestellte Index hat nur die für NVIDIA-Karten ({count} Pakete mehr, etwa {size}). {problem} Oder eine Variante für NVIDIA wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>The packages are not to be had from {source}.</source>
   <translation>Die Pakete sind nicht zu bekommen von: {source}.</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>The packages could not be installed from {source}.</source>
   <translation>Die Pakete ließen sich nicht installieren. Quelle: {source}.</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>The environment would also see packages of others, in '{folder}'. Install Python from python.org and name it as the base.</source>
   <translation>Die Umgebung würde auch fremde Pakete sehen, in „{folder}“. Python von python.org installieren und als Grundlage angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <location filename="../processing_provider/torch_setup.py" />
   <source>Looking for a Python to start from</source>
   <translation>Ein passendes Python wird gesucht</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>'{name}' could not be written ({error}). Check the disk and the rights of the folder, or choose another place.</source>
   <translation>„{name}“ ließ sich nicht schreiben ({error}). Die Platte und die Rechte des Ordners prüfen oder einen anderen Ort wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>{problem} The next Python is tried.</source>
   <translation>{problem} Das nächste Python wird versucht.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>No Python is left to try.</source>
   <translation>Kein weiteres Python zum Versuchen.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>Updating {packages}</source>
   <translation>{packages} werden aktualisiert</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>Testing: a convolution on each device</source>
   <translation>Test: eine Faltung auf jedem Gerät</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>PyTorch {version} is ready in '{folder}' ({size}, set up in {time}). It computes on: {devices}.</source>
   <translation>PyTorch {version} ist bereit in „{folder}“ ({size}, eingerichtet in {time}). Es rechnet auf: {devices}.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>The folder '{folder}' cannot be made ({error}). Choose another place for the environment.</source>
   <translation>Der Ordner „{folder}“ lässt sich nicht anlegen ({error}). Einen anderen Ort für die Umgebung wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>The folder '{folder}' is write-protected. Choose another place.</source>
   <translation>Der Ordner „{folder}“ ist schreibgeschützt. Einen anderen Ort wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>There are no wheels in the folder '{folder}'.</source>
   <translation>Im Ordner „{folder}“ sind keine Wheels.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is not named like a Python interpreter, so it was not started. Choose the file 'python' or 'python.exe'.</source>
   <translation>„{python}“ heißt nicht wie ein Python-Interpreter und wurde deshalb nicht gestartet. Die Datei „python“ oder „python.exe“ wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it said nothing</source>
   <translation>es sagte nichts</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it is older than Python 3.9</source>
   <translation>es ist älter als Python 3.9</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it ends with: {last}</source>
   <translation>es endet mit: {last}</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' does not start as Python 3.9 or newer: {reason}.</source>
   <translation>„{python}“ startet nicht als Python 3.9 oder neuer: {reason}.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' does not answer like a Python interpreter.</source>
   <translation>„{python}“ antwortet nicht wie ein Python-Interpreter.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' has no module venv. Install it (on Debian and Ubuntu: 'sudo apt install python{version}-venv').</source>
   <translation>„{python}“ hat kein Modul venv. Es installieren (unter Debian und Ubuntu: „sudo apt install python{version}-venv“).</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>Python {python} with PyTorch {torch}.</source>
   <translation>Python {python} mit PyTorch {torch}.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is Python {version}; 3.9 or newer is needed.</source>
   <translation>„{python}“ ist Python {version}; nötig ist 3.9 oder neuer.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is {implementation}; PyTorch needs CPython.</source>
   <translation>„{python}“ ist {implementation}; PyTorch braucht CPython.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is a {bits}-bit Python; PyTorch needs 64 bits.</source>
   <translation>„{python}“ ist ein Python mit {bits} Bit; PyTorch braucht 64 Bit.</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>{package} is not installed in '{python}'. Install it there, for example with '{python} -m pip install {name}' (packages in the user's own site folder are not used).</source>
   <translation>{package} ist in „{python}“ nicht installiert. Dort installieren, zum Beispiel mit „{python} -m pip install {name}“ (Pakete im persönlichen Ordner des Benutzers werden nicht verwendet).</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it gave no reason</source>
   <translation>es nannte keinen Grund</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>{package} in '{python}' cannot be loaded: {reason}</source>
   <translation>{package} in „{python}“ lässt sich nicht laden: {reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' has PyTorch {torch}; 2.2 or newer is needed. Update it, for example with '{python} -m pip install --upgrade torch'.</source>
   <translation>„{python}“ hat PyTorch {torch}; nötig ist 2.2 oder neuer. Es aktualisieren, zum Beispiel mit „{python} -m pip install --upgrade torch“.</translation>
  </message>
  <message>
   <location filename="../core/worker/locks.py" />
   <source>Waiting: another QGIS window is at it ({holder})</source>
   <translation>Es wird gewartet: ein anderes QGIS-Fenster ist dabei ({holder})</translation>
  </message>
  <message>
   <location filename="../core/worker/locks.py" />
   <source>just started</source>
   <translation>gerade gestartet</translation>
  </message>
  <message>
   <location filename="../core/worker/locks.py" />
   <source>'{file}' cannot be locked ({error}): the file system of that folder has no locks. Choose a place on a disk of this computer.</source>
   <translation>„{file}“ lässt sich nicht sperren ({error}): das Dateisystem dieses Ordners kennt keine Sperren. Einen Ort auf einer Platte dieses Computers wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>There is no environment in '{place}' yet.</source>
   <translation>In „{place}“ ist noch keine Umgebung.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment in '{folder}' is not complete.</source>
   <translation>Die Umgebung in „{folder}“ ist unvollständig.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The Python that the environment was made from ('{base}') is gone or has moved.</source>
   <translation>Das Python, aus dem die Umgebung gemacht wurde („{base}“), ist weg oder verschoben.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment was made for Python {version}, which the system has replaced.</source>
   <translation>Die Umgebung wurde für Python {version} gemacht, das vom System ersetzt wurde.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>Removing {folder}</source>
   <translation>{folder} wird entfernt</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>{size} in '{folder}' could not be removed: a file is held open or write-protected. Close other QGIS windows and try again.</source>
   <translation>{size} in „{folder}“ ließen sich nicht entfernen: eine Datei ist offen oder schreibgeschützt. Andere QGIS-Fenster schließen und noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>Removed; {size} are free again</source>
   <translation>Entfernt; {size} sind wieder frei</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment in '{folder}' is in use by a QGIS window. Wait until its jobs of Terraloom have ended or cancel them, and try again.</source>
   <translation>Die Umgebung in „{folder}“ wird von einem QGIS-Fenster benutzt. Warten, bis dessen Terraloom-Aufträge fertig sind, oder sie abbrechen, und noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment has PyTorch for '{build}', and '{chosen}' is chosen.</source>
   <translation>Die Umgebung hat PyTorch für „{build}“, gewählt ist „{chosen}“.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>This version of the plugin comes with {packages}.</source>
   <translation>Diese Version des Plugins bringt {packages} mit.</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>the CPU</source>
   <translation>die CPU</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>of unknown version</source>
   <translation>unbekannter Version</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>PyTorch {torch} for {build}, with Python {python}.</source>
   <translation>PyTorch {torch} für {build}, mit Python {python}.</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>the folder '{folder}'</source>
   <translation>der Ordner „{folder}“</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>the configured package index</source>
   <translation>der eingestellte Paketindex</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>PyTorch's index for {build}</source>
   <translation>der Index von PyTorch für {build}</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Downloading {name} {version}{size}</source>
   <translation>{name} {version}{size} wird heruntergeladen</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Downloading {name} {size}</source>
   <translation>{name} {size} wird heruntergeladen</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Taking {name} {version} from earlier downloads</source>
   <translation>{name} {version} kommt aus früheren Downloads</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Looking for {name}</source>
   <translation>{name} wird gesucht</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Unpacking (this takes a while)</source>
   <translation>Wird entpackt (das dauert etwas)</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>Python {python} on {system}</source>
   <translation>Python {python} unter {system}</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>PyTorch has no packages for Linux distributions without the GNU C library, such as Alpine. Name an interpreter of your own that has PyTorch.</source>
   <translation>Für Linux-Distributionen ohne die GNU-C-Bibliothek, etwa Alpine, hat PyTorch keine Pakete. Einen eigenen Interpreter angeben, der PyTorch hat.</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>There are no PyTorch packages for {target} with a processor of kind '{machine}'. Name an interpreter of your own that has PyTorch.</source>
   <translation>Für {target} mit einem Prozessor der Art „{machine}“ gibt es keine PyTorch-Pakete. Einen eigenen Interpreter angeben, der PyTorch hat.</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>Macs with an Intel processor</source>
   <translation>Macs mit Intel-Prozessor</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>this computer</source>
   <translation>diesem Computer</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>There are no PyTorch packages for {system}: on {computer} they need Python {first} to {last}. Install one of these and name it as the base.</source>
   <translation>Für {system} gibt es keine PyTorch-Pakete: auf {computer} brauchen sie Python {first} bis {last}. Eines davon installieren und als Grundlage angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>PyTorch needs macOS {needed} or newer, and this is macOS {macos}. Update macOS, or name an interpreter of your own.</source>
   <translation>PyTorch braucht macOS {needed} oder neuer, und dies ist macOS {macos}. macOS aktualisieren oder einen eigenen Interpreter angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/places.py" />
   <source>'{place}' is not a full path. Choose a folder.</source>
   <translation>„{place}“ ist kein vollständiger Pfad. Einen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/places.py" />
   <source>'{place}' lies in {owner}, where an update would remove the environment. Choose a folder elsewhere.</source>
   <translation>„{place}“ liegt in: {owner}; dort würde ein Update die Umgebung entfernen. Einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/places.py" />
   <source>'{place}' is {count} characters long; with PyTorch's own names Windows allows {limit}. Choose a shorter one, such as 'C:\Terraloom'.</source>
   <translation>„{place}“ ist {count} Zeichen lang; mit den Namen von PyTorch erlaubt Windows {limit}. Einen kürzeren wählen, etwa „C:\Terraloom“.</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>The worker was not started.</source>
   <translation>Der Worker wurde nicht gestartet.</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>It has PyTorch {version}, but at least {needed} is needed.</source>
   <translation>Es hat PyTorch {version}, nötig ist aber mindestens {needed}.</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>It has no package '{package}'.</source>
   <translation>Es hat kein Paket „{package}“.</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>One of its packages cannot be loaded ({error}).</source>
   <translation>Eines seiner Pakete lässt sich nicht laden ({error}).</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>Its PyTorch does not work with {package} ({error}).</source>
   <translation>Sein PyTorch arbeitet nicht mit {package} zusammen ({error}).</translation>
  </message>
  <message>
   <location filename="../core/worker/setup_errors.py" />
   <source>{message} The full record is in '{log}'.</source>
   <translation>{message} Das ganze Protokoll steht in „{log}“.</translation>
  </message>
  <message>
   <location filename="../core/worker/setup_errors.py" />
   <source>The set-up needs about {needed}, but only {free} are free in '{folder}'. Free some space, or choose another place for the environment.</source>
   <translation>Die Einrichtung braucht etwa {needed}, in „{folder}“ sind aber nur {free} frei. Platz schaffen oder einen anderen Ort für die Umgebung wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>The new environment does not answer as it should.</source>
   <translation>Die neue Umgebung antwortet nicht, wie sie sollte.</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>PyTorch does not compute on this processor. {problem}</source>
   <translation>PyTorch rechnet auf diesem Prozessor nicht. {problem}</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>The build {build} is installed but finds no NVIDIA card. Update NVIDIA's driver, or choose the build for the CPU.</source>
   <translation>Die Variante {build} ist installiert, findet aber keine NVIDIA-Karte. Den Treiber von NVIDIA aktualisieren oder die Variante für die CPU wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>The build {build} does not compute on the card ({problem}). Update NVIDIA's driver, or choose another build.</source>
   <translation>Die Variante {build} rechnet auf der Karte nicht ({problem}). Den Treiber von NVIDIA aktualisieren oder eine andere Variante wählen.</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>it ended with code {code}</source>
   <translation>es endete mit Code {code}</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>PyTorch is installed but does not run: {reason}. Try again; if it stays so, name an interpreter of your own.</source>
   <translation>PyTorch ist installiert, läuft aber nicht: {reason}. Noch einmal versuchen; bleibt es so, einen eigenen Interpreter angeben.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Run the job again; a new worker is started for it.</source>
   <translation>Den Auftrag noch einmal ausführen; ein neuer Worker wird dafür gestartet.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Set up PyTorch again, or choose another interpreter, in Terraloom's options.</source>
   <translation>PyTorch neu einrichten oder einen anderen Interpreter wählen, in den Optionen von Terraloom.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>access violation</source>
   <translation>Zugriffsverletzung</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>not enough memory</source>
   <translation>zu wenig Speicher</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>illegal instruction</source>
   <translation>unzulässiger Befehl</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>stack overflow</source>
   <translation>Stapelüberlauf</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>commitment limit, the memory ran out</source>
   <translation>Speichergrenze erreicht, der Speicher reichte nicht</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>a DLL was not found</source>
   <translation>eine DLL wurde nicht gefunden</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>a DLL could not start</source>
   <translation>eine DLL konnte nicht starten</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>fail-fast</source>
   <translation>sofortiger Abbruch</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker's Python '{python}' cannot be started: {reason}. {advice}</source>
   <translation>Das Python des Workers „{python}“ lässt sich nicht starten: {reason}. {advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker was closed, with the plugin or for other settings. Run the job again.</source>
   <translation>Der Worker wurde geschlossen, mit dem Plugin oder für andere Einstellungen. Den Auftrag noch einmal ausführen.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Most often the memory ran out: close other programs. </source>
   <translation>Meist reichte der Speicher nicht: andere Programme schließen. </translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker {end} while {work}. {hint}{advice}</source>
   <translation>Der Worker {end} ({work}). {hint}{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker gave no sign of life for {seconds:g} s while {work}, and was stopped. {hint}{advice}</source>
   <translation>Der Worker gab {seconds:g} s lang kein Lebenszeichen ({work}) und wurde beendet. {hint}{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker got no further for {seconds:g} s while {work}, and was stopped; the device or its driver hangs. {hint}Choose the device 'cpu' if this happens again.</source>
   <translation>Der Worker kam {seconds:g} s lang nicht weiter ({work}) und wurde beendet; das Gerät oder sein Treiber hängt. {hint}Das Gerät „cpu“ wählen, falls das wieder vorkommt.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker did not answer in its protocol while {work}, and was stopped. {hint}Check that its interpreter is a plain Python. {advice}</source>
   <translation>Der Worker antwortete nicht nach seinem Protokoll ({work}) und wurde beendet. {hint}Prüfen, ob sein Interpreter ein gewöhnliches Python ist. {advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker speaks protocol {protocol} of Terraloom {version}, QGIS still runs protocol {own_protocol} of Terraloom {own_version}. Restart QGIS.</source>
   <translation>Der Worker spricht Protokoll {protocol} von Terraloom {version}, QGIS läuft noch mit Protokoll {own_protocol} von Terraloom {own_version}. QGIS neu starten.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker's Python '{python}' cannot run models: {problem} {advice}</source>
   <translation>Das Python des Workers „{python}“ kann keine Modelle ausführen: {problem} {advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker ran out of memory ({problem}). Close other programs, then run the job again.</source>
   <translation>Dem Worker reichte der Speicher nicht ({problem}). Andere Programme schließen und den Auftrag noch einmal ausführen.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker could not do its work ({problem}). Please report it, with the output of 'diagnostics'.</source>
   <translation>Der Worker konnte seine Arbeit nicht tun ({problem}). Das bitte melden, mit der Ausgabe von „diagnostics“.</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>closed its connection</source>
   <translation>schloss seine Verbindung</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>was killed</source>
   <translation>wurde beendet</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>crashed</source>
   <translation>stürzte ab</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>{end} (signal {number}, {name})</source>
   <translation>{end} (Signal {number}, {name})</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>crashed (status 0x{status:08X}, {name})</source>
   <translation>stürzte ab (Status 0x{status:08X}, {name})</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>ended with exit code {code}</source>
   <translation>endete mit Code {code}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Its last line was '{line}'. </source>
   <translation>Seine letzte Zeile war „{line}“. </translation>
  </message>
  <message>
   <location filename="../core/worker/workshop.py" />
   <source>Installing</source>
   <translation>Wird installiert</translation>
  </message>
  <message>
   <location filename="../core/worker/workshop.py" />
   <source>{text} ({written} written so far)</source>
   <translation>{text} (bisher {written} geschrieben)</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Apply a model</source>
   <translation>Modell anwenden</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>custom</source>
   <translation>eigenes</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Runs a model folder: a trained one, or one from somebody else.</source>
   <translation>Führt einen Modellordner aus: ein selbst trainiertes Modell oder eines von jemand anderem.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>A model that fills an extent needs Extent, Target CRS and Pixel size. A model that works on a layer needs Input layer; Extent then limits it to a part. What the model does not use is ignored.</source>
   <translation>Ein Modell, das eine Ausdehnung füllt, braucht Ausdehnung, Ziel-KBS und Pixelgröße. Ein Modell, das mit einem Layer arbeitet, braucht den Eingabelayer; die Ausdehnung beschränkt es dann auf einen Teil. Was das Modell nicht verwendet, wird nicht beachtet.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Parameters are those of the model's card, as NAME=value separated by semicolons (RELIEF=300; LANDFORM=alpine) or as JSON. Those left out keep their defaults.</source>
   <translation>Die Parameter sind die der Modellkarte, als NAME=Wert durch Semikolons getrennt (RELIEF=300; LANDFORM=alpine) oder als JSON. Weggelassene behalten ihre Vorgaben.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Only weights in safetensors files are opened; nothing in the folder is run.</source>
   <translation>Nur Gewichte in safetensors-Dateien werden geöffnet; nichts im Ordner wird ausgeführt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/parameters.py" />
   <source>Model folder</source>
   <translation>Modellordner</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>The folder that holds model.json and the weights.</source>
   <translation>Der Ordner, der model.json und die Gewichte enthält.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Model parameters</source>
   <translation>Modellparameter</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>NAME=value; NAME=value, or JSON. Empty: the model's defaults.</source>
   <translation>NAME=Wert; NAME=Wert, oder JSON. Leer: die Vorgaben des Modells.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/extend.py" />
   <location filename="../ui/form.py" />
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Model '{id}' is made for the task '{task}', which this version cannot run. Update the plugin.</source>
   <translation>Das Modell '{id}' ist für die Aufgabe '{task}' gemacht, die diese Version nicht ausführen kann. Aktualisieren Sie die Erweiterung.</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/parameters.py" />
   <source>Input layer</source>
   <translation>Eingabelayer</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Extent</source>
   <translation>Ausdehnung</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Model '{id}' needs '{label}' ({name}). Set it.</source>
   <translation>Das Modell '{id}' braucht '{label}' ({name}). Geben Sie einen Wert an.</translation>
  </message>
  <message>
   <location filename="../processing_provider/base.py" />
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <location filename="../processing_provider/base.py" />
   <source>Set-up</source>
   <translation>Einrichtung</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Roads as a map</source>
   <translation>Straßen als Karte</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Footprints</source>
   <translation>Gebäudegrundrisse</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>The classes drawn from the layer of roads; needed to verify the result later.</source>
   <translation>Die Klassen, aus dem Straßenlayer gezeichnet; nötig, um das Ergebnis später zu prüfen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Polygons with the height of each building, to be extruded in a 3D view.</source>
   <translation>Polygone mit der Höhe jedes Gebäudes, zum Extrudieren in einer 3D-Ansicht.</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Roads</source>
   <translation>Straßen</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Instead of a map: lines to build along. Their field 'highway' or 'fclass', if there is one, tells main roads from streets and paths.</source>
   <translation>Statt einer Karte: Linien, an denen entlang gebaut wird. Ihr Feld 'highway' oder 'fclass', falls vorhanden, unterscheidet Hauptstraßen von Nebenstraßen und Wegen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Give a map to build on, or a layer of roads to build along.</source>
   <translation>Eine Karte angeben, auf der gebaut wird, oder einen Straßenlayer, an dem entlang gebaut wird.</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Roads have a width in metres. Choose a projected target CRS.</source>
   <translation>Straßen haben eine Breite in Metern. Ein projiziertes Ziel-KBS wählen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Drawing the footprints.</source>
   <translation>Die Gebäudegrundrisse werden gezeichnet.</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Drawing the roads.</source>
   <translation>Die Straßen werden gezeichnet.</translation>
  </message>
  <message>
   <location filename="../processing_provider/climate_algorithm.py" />
   <source>Mean of the ensemble</source>
   <translation>Mittelwert des Ensembles</translation>
  </message>
  <message>
   <location filename="../processing_provider/climate_algorithm.py" />
   <source>Spread of the ensemble</source>
   <translation>Streuung des Ensembles</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Diagnostics</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>problem</source>
   <translation>Problem</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>bug</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Writes a report on this installation to paste into the description of a problem.</source>
   <translation>Schreibt einen Bericht über diese Installation, den man in die Beschreibung eines Problems einfügen kann.</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>It names versions, devices, where PyTorch runs and why, the models, and the last lines of the worker and of the last set-up. User names in paths are removed. Nothing is sent anywhere: read it, then paste it.</source>
   <translation>Er nennt Versionen, Geräte, wo PyTorch läuft und warum, die Modelle sowie die letzten Zeilen des Rechenprozesses und der letzten Einrichtung. Benutzernamen in Pfaden werden entfernt. Nichts wird verschickt: lesen Sie den Bericht, und fügen Sie ihn dann ein.</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <location filename="../processing_provider/verify.py" />
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Markdown files (*.md);;HTML files (*.html);;Text files (*.txt)</source>
   <translation>Markdown-Dateien (*.md);;HTML-Dateien (*.html);;Textdateien (*.txt)</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>As HTML where the name ends with .html, else as text that issues can show.</source>
   <translation>Als HTML, wenn der Name mit .html endet, sonst als Text, den Ticketsysteme anzeigen können.</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Text of the report</source>
   <translation>Text des Berichts</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Switched on</source>
   <translation>Eingeschaltet</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Extend a result</source>
   <translation>Ergebnis erweitern</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>extend</source>
   <translation>erweitern</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>enlarge</source>
   <translation>vergrößern</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>continue</source>
   <translation>fortsetzen</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>mosaic</source>
   <translation>Mosaik</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <location filename="../processing_provider/model_algorithm.py" />
   <location filename="../processing_provider/verify.py" />
   <source>synthetic</source>
   <translation>synthetisch</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Makes a Terraloom raster larger: only what is missing is generated, and it fits.</source>
   <translation>Vergrößert ein Terraloom-Raster: nur was fehlt, wird erzeugt, und es passt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Model, seed and parameters are those that the raster names in its tags. The result covers the raster and the extent. It is the same, pixel by pixel, as if the whole had been generated at once, and can be verified like any other.</source>
   <translation>Modell, Saat und Parameter sind die, die das Raster in seinen Tags nennt. Das Ergebnis deckt das Raster und die Ausdehnung ab. Es ist Pixel für Pixel dasselbe, als wäre das Ganze auf einmal erzeugt worden, und lässt sich prüfen wie jedes andere.</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>The raster must be the unchanged output of a Terraloom algorithm. One that was edited, cropped or made by another version of the model is refused.</source>
   <translation>Das Raster muss die unveränderte Ausgabe eines Terraloom-Algorithmus sein. Eines, das bearbeitet, zugeschnitten oder mit einer anderen Version des Modells gemacht wurde, wird abgelehnt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <location filename="../processing_provider/verify.py" />
   <source>Terraloom raster</source>
   <translation>Terraloom-Raster</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Extent to add</source>
   <translation>Hinzuzufügende Ausdehnung</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>The result covers this extent and the raster.</source>
   <translation>Das Ergebnis deckt diese Ausdehnung und das Raster ab.</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>Give an extent to fill, or a layer whose extent it is.</source>
   <translation>Eine Ausdehnung angeben, die gefüllt wird, oder einen Layer, dessen Ausdehnung es ist.</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>{layer}: band</source>
   <translation>{layer}: Kanal</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>{layer}: classes</source>
   <translation>{layer}: Klassen</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>Which value of the layer is which class, as value=class separated by semicolons. Empty: found out from the layer's legend. The classes are: {classes}.</source>
   <translation>Welcher Wert des Layers welche Klasse ist, als Wert=Klasse durch Semikolons getrennt. Leer: wird der Legende des Layers entnommen. Die Klassen sind: {classes}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>'{pair}' is no pair of value and class. Write for example 11=1; 41=3.</source>
   <translation>'{pair}' ist kein Paar aus Wert und Klasse. Zulässig ist zum Beispiel 11=1; 41=3.</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>There is no class '{wanted}'. The classes are: {known}.</source>
   <translation>Es gibt keine Klasse '{wanted}'. Die Klassen sind: {known}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>The area to fill. Empty: the extent of the first layer that is given.</source>
   <translation>Das Gebiet, das gefüllt wird. Leer: die Ausdehnung des ersten angegebenen Layers.</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <location filename="../processing_provider/parameters.py" />
   <source>Target CRS</source>
   <translation>Ziel-KBS</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>Empty: that of the first layer that is given, else the project's.</source>
   <translation>Leer: das des ersten angegebenen Layers, sonst das des Projekts.</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>The same seed, parameters, CRS and pixel size always give the same pixels, whatever the extent: rasters made from neighbouring or overlapping extents fit together.</source>
   <translation>Gleiche Saat, Parameter, KBS und Pixelgröße ergeben immer die gleichen Pixel, unabhängig von der Ausdehnung: Raster aus benachbarten oder überlappenden Ausdehnungen passen zusammen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>The result is synthetic, not measured. The file says so, and how it was made.</source>
   <translation>Das Ergebnis ist synthetisch, nicht gemessen. Die Datei sagt das, und auch, wie sie entstand.</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Limits: {limits}</source>
   <translation>Grenzen: {limits}</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Pixel sizes: native {sizes} m; usable from {low} to {high} m.</source>
   <translation>Pixelgrößen: nativ {sizes} m; verwendbar von {low} bis {high} m.</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Trained on: {data}</source>
   <translation>Trainiert mit: {data}</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Model {id} {version}. Licence: {licence}</source>
   <translation>Modell {id} {version}. Lizenz: {licence}</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>Reference image for region and season</source>
   <translation>Referenzbild für Region und Jahreszeit</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>An image whose colours the land should have: bands red, green, blue and perhaps near infrared. The nearest of the styles that the model knows takes the place of the chosen one.</source>
   <translation>Ein Bild, dessen Farben das Land haben soll: Kanäle Rot, Grün, Blau und vielleicht nahes Infrarot. Der ähnlichste der Stile, die das Modell kennt, tritt an die Stelle des gewählten.</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>The reference image '{layer}' needs bands red, green and blue.</source>
   <translation>Das Referenzbild '{layer}' braucht die Kanäle Rot, Grün und Blau.</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>The reference image '{layer}' is black all over. Choose another one.</source>
   <translation>Das Referenzbild '{layer}' ist ganz schwarz. Ein anderes wählen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>{name} is not a valid coordinate reference system. Choose one, for example the UTM zone of the area; the project's own CRS needs an open project.</source>
   <translation>{name} ist kein gültiges Koordinatenbezugssystem. Wählen Sie eines, zum Beispiel die UTM-Zone des Gebiets; das KBS des Projekts setzt ein offenes Projekt voraus.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The extent {extent} ({source}) cannot be expressed in {target}. Choose an extent inside the area of use of {target}, or another CRS.</source>
   <translation>Die Ausdehnung {extent} ({source}) lässt sich in {target} nicht ausdrücken. Wählen Sie eine Ausdehnung innerhalb des Einsatzgebiets von {target} oder ein anderes KBS.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The extent {extent} ({source}) is not in one piece in {target}: it crosses the edge of that CRS, such as the 180th meridian. Choose a target CRS made for the area, or make each side of the edge by itself.</source>
   <translation>Die Ausdehnung {extent} ({source}) ist in {target} nicht zusammenhängend: sie überschreitet den Rand dieses KBS, etwa den 180. Längengrad. Wählen Sie ein Ziel-KBS, das für das Gebiet gemacht ist, oder erzeugen Sie jede Seite des Randes für sich.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>{name} is not a raster layer that can be opened. Choose another one.</source>
   <translation>{name} ist kein Rasterlayer, der sich öffnen lässt. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>Layer '{layer}' comes from the provider '{provider}', not from a raster file. Export it first (Export &gt; Save As... in the layer's menu) and use the exported file.</source>
   <translation>Der Layer '{layer}' kommt vom Datenanbieter '{provider}', nicht aus einer Rasterdatei. Exportieren Sie ihn zuerst (Exportieren &gt; Speichern als… im Menü des Layers), und verwenden Sie die exportierte Datei.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>This model has no parameter '{name}'. It has: {known}.</source>
   <translation>Dieses Modell hat keinen Parameter '{name}'. Es hat: {known}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>'{option}' is not a creation option. Write NAME=VALUE, separated by |.</source>
   <translation>'{option}' ist keine Erzeugungsoption. Schreiben Sie NAME=WERT, durch | getrennt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The west edge of the extent, {west}, is east of its east edge, {east}. Where it crosses the 180th meridian, count degrees on: {west} to {beyond}.</source>
   <translation>Der Westrand der Ausdehnung, {west}, liegt östlich ihres Ostrandes, {east}. Wo sie den 180. Längengrad überschreitet, zählen Sie die Grade weiter: {west} bis {beyond}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The parameters are not valid JSON ({reason}). Write {{"NAME": value, ...}}.</source>
   <translation>Die Parameter sind kein gültiges JSON ({reason}). Schreiben Sie {{"NAME": Wert, ...}}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>'{part}' is not a parameter. Write NAME=value, separated by semicolons.</source>
   <translation>'{part}' ist kein Parameter. Schreiben Sie NAME=Wert, durch Semikolons getrennt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/job_algorithm.py" />
   <location filename="../processing_provider/kept_stages.py" />
   <location filename="../ui/run_parameters.py" />
   <source>{title} (seed {seed})</source>
   <translation>{title} (Saat {seed})</translation>
  </message>
  <message>
   <location filename="../processing_provider/job_algorithm.py" />
   <source>{pixels} pixels written in {time}.</source>
   <translation>{pixels} Pixel in {time} geschrieben.</translation>
  </message>
  <message>
   <location filename="../processing_provider/kept_stages.py" />
   <source>The {band} that this belongs to: of the same land, with its own tags.</source>
   <translation>{band} zu diesem Ergebnis: vom selben Land, mit eigenen Tags.</translation>
  </message>
  <message>
   <location filename="../processing_provider/kept_stages.py" />
   <source>No {band} is written: it is what the layer says that you gave.</source>
   <translation>Nicht geschrieben: {band}. Der angegebene Layer sagt es bereits.</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>{layer}: field of the class, for polygons</source>
   <translation>{layer}: Feld der Klasse, für Polygone</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>Which field of a polygon layer tells the class. Rasters need none.</source>
   <translation>Welches Feld eines Polygonlayers die Klasse angibt. Raster brauchen keines.</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>Classes: {classes}</source>
   <translation>Klassen: {classes}</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>What the values of layer '{layer}' mean cannot be told from its legend. Write it as value=class pairs in {name}; the values are for example {values}.</source>
   <translation>Was die Werte des Layers '{layer}' bedeuten, ist seiner Legende nicht zu entnehmen. In {name} als Paare Wert=Klasse angeben; die Werte sind zum Beispiel {values}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>Choose the field that tells the class. The layer has: {names}.</source>
   <translation>Das Feld wählen, das die Klasse angibt. Der Layer hat: {names}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>No value of field '{field}' tells a class. Write value=class pairs in {name}; the values are for example {values}.</source>
   <translation>Kein Wert des Feldes '{field}' bezeichnet eine Klasse. In {name} Paare Wert=Klasse angeben; die Werte sind zum Beispiel {values}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/layer_metadata.py" />
   <source>Synthetic: computed by a generative model, not measured. {summary} {limits}</source>
   <translation>Synthetisch: von einem generativen Modell berechnet, nicht gemessen. {summary} {limits}</translation>
  </message>
  <message>
   <location filename="../processing_provider/layer_metadata.py" />
   <source>Made with {algorithm}</source>
   <translation>Erzeugt mit {algorithm}</translation>
  </message>
  <message>
   <location filename="../processing_provider/layer_metadata.py" />
   <source>Model {id} {version}, weights {hash}</source>
   <translation>Modell {id} {version}, Gewichte {hash}</translation>
  </message>
  <message>
   <location filename="../processing_provider/limits.py" />
   <source>It takes about {time}. Try a small extent first.</source>
   <translation>Es dauert etwa {time}. Am besten zuerst eine kleine Ausdehnung versuchen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/limits.py" />
   <source>It needs about {size} on disk.</source>
   <translation>Es braucht etwa {size} auf dem Datenträger.</translation>
  </message>
  <message>
   <location filename="../processing_provider/loading.py" />
   <source>{name}: hillshade</source>
   <translation>{name}: Schummerung</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Map as a picture (RGB)</source>
   <translation>Karte als Bild (RGB)</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Map as polygons</source>
   <translation>Karte als Polygone</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Map tiles (MBTiles)</source>
   <translation>Kartenkacheln (MBTiles)</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>MBTiles files (*.mbtiles)</source>
   <translation>MBTiles-Dateien (*.mbtiles)</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>The map in its colours, for programs that know no palettes.</source>
   <translation>Die Karte in ihren Farben, für Programme, die keine Paletten kennen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>A polygon for each patch of one class; neighbours share their border.</source>
   <translation>Ein Polygon für jede Fläche einer Klasse; Nachbarn teilen ihre Grenze.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Tiles in web mercator that QGIS and other map clients open as they are.</source>
   <translation>Kacheln in Web-Mercator, die QGIS und andere Kartenprogramme unverändert öffnen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>The coarsest zoom level, {min}, is finer than the finest, {max}.</source>
   <translation>Die gröbste Zoomstufe, {min}, ist feiner als die feinste, {max}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Writing the picture.</source>
   <translation>Das Bild wird geschrieben.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Writing the tiles.</source>
   <translation>Die Kacheln werden geschrieben.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>The finest zoom level is {zoom}.</source>
   <translation>Die feinste Zoomstufe ist {zoom}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Synthetic: computed by a generative model, not surveyed.</source>
   <translation>Synthetisch: von einem generativen Modell berechnet, nicht vermessen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Drawing the polygons.</source>
   <translation>Die Polygone werden gezeichnet.</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Tiles: finest zoom level</source>
   <translation>Kacheln: feinste Zoomstufe</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Tiles: coarsest zoom level</source>
   <translation>Kacheln: gröbste Zoomstufe</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Empty: the level that shows every pixel.</source>
   <translation>Leer: die Stufe, die jedes Pixel zeigt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/model_algorithm.py" />
   <location filename="../models/terrain/model.json" />
   <location filename="../models/terrain_detail/model.json" />
   <source>Terrain</source>
   <translation>Gelände</translation>
  </message>
  <message>
   <location filename="../processing_provider/model_algorithm.py" />
   <source>generate</source>
   <translation>erzeugen</translation>
  </message>
  <message>
   <location filename="../processing_provider/month_layers.py" />
   <source>{name}: months</source>
   <translation>{name}: Monate</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>{parameter} cannot be '{value}'. Give one of: {options}.</source>
   <translation>{parameter} kann nicht „{value}“ sein. Möglich sind: {options}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>The part of the input to use. Empty: all of it.</source>
   <translation>Der Teil der Eingabe, der verwendet wird. Leer: alles.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>The area to fill. It grows outward to whole pixels of the world grid, so rasters made from overlapping extents agree on every pixel that they share.</source>
   <translation>Das Gebiet, das gefüllt wird. Es wächst nach außen auf ganze Pixel des Weltgitters, sodass Raster aus überlappenden Ausdehnungen in jedem gemeinsamen Pixel übereinstimmen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Projected or in degrees: landforms keep their true size on the ground.</source>
   <translation>Projiziert oder in Grad: Landformen behalten ihre wahre Größe am Boden.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Pixel size</source>
   <translation>Pixelgröße</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>In units of the target CRS. In a CRS in degrees, 0.000277778 (one arc-second) is about 30 m.</source>
   <translation>In Einheiten des Ziel-KBS. In einem KBS in Grad sind 0,000277778 (eine Bogensekunde) etwa 30 m.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Seed</source>
   <translation>Saat</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Each number is another world. The same number always gives the same one.</source>
   <translation>Jede Zahl ist eine andere Welt. Dieselbe Zahl ergibt immer dieselbe.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Band</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Scale</source>
   <translation>Verfeinerung</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>How many times finer than the input: 16 makes 30 m out of 480 m.</source>
   <translation>Wie viel Mal feiner als die Eingabe: 16 macht 30 m aus 480 m.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Fidelity to the input (%)</source>
   <translation>Treue zur Eingabe (%)</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>100 keeps the input's values, which suits a measured elevation model. Lower values take it as a sketch whose small mistakes may be smoothed away.</source>
   <translation>100 behält die Werte der Eingabe, wie es zu einem gemessenen Höhenmodell passt. Kleinere Werte nehmen sie als Skizze, deren kleine Fehler geglättet werden dürfen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Additional creation options</source>
   <translation>Zusätzliche Erzeugungsoptionen</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>For the GDAL driver that writes the file, separated by |, for example COMPRESS=DEFLATE|PREDICTOR=3. Empty: a compressed cloud optimised GeoTIFF.</source>
   <translation>Für den GDAL-Treiber, der die Datei schreibt, durch | getrennt, zum Beispiel COMPRESS=DEFLATE|PREDICTOR=3. Leer: ein komprimiertes Cloud Optimized GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Where the model runs. auto takes a graphics card that works, else the processor.</source>
   <translation>Wo das Modell läuft. auto nimmt eine Grafikkarte, die funktioniert, sonst den Prozessor.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Layer it was made from</source>
   <translation>Layer, aus dem es entstand</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Only for results made from a layer whose file was moved or renamed since.</source>
   <translation>Nur für Ergebnisse aus einem Layer, dessen Datei seither verschoben oder umbenannt wurde.</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Only for results of a model that is not in the toolbox: the folder that Apply a model was given.</source>
   <translation>Nur für Ergebnisse eines Modells, das nicht in der Werkzeugkiste ist: der Ordner, der bei „Modell anwenden“ angegeben wurde.</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Terraloom: synthetic rasters from local models</source>
   <translation>Terraloom: synthetische Raster aus lokalen Modellen</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Its task '{task}' is not known to this version.</source>
   <translation>Seine Aufgabe '{task}' ist dieser Version unbekannt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Its id '{id}' is the name of another algorithm.</source>
   <translation>Seine Id '{id}' ist der Name eines anderen Algorithmus.</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Its parameter names are reserved: {names}.</source>
   <translation>Seine Parameternamen sind reserviert: {names}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>The model '{id}' cannot be used: {reason} Install the plugin again.</source>
   <translation>Das Modell '{id}' ist nicht verwendbar: {reason} Installieren Sie die Erweiterung neu.</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>The model '{id}' is missing from the plugin. Install the plugin again.</source>
   <translation>Das Modell '{id}' fehlt in der Erweiterung. Installieren Sie die Erweiterung neu.</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>The model '{id}' {version} that made this layer is not installed. Import it under Models first.</source>
   <translation>Das Modell '{id}' {version}, das diesen Layer erzeugt hat, ist nicht installiert. Importieren Sie es zuerst unter „Modelle“.</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>The layer was made by version {old} of the model; version {new} is installed, so the result will differ.</source>
   <translation>Der Layer wurde mit Version {old} des Modells erzeugt; installiert ist Version {new}, das Ergebnis wird also abweichen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>The layer it was made from, '{name}', was not found. Choose it.</source>
   <translation>Der Layer, aus dem er entstand, '{name}', wurde nicht gefunden. Wählen Sie ihn.</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Synthetic</source>
   <translation>Synthetisch</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Yes: computed by a generative model, not measured.</source>
   <translation>Ja: von einem generativen Modell berechnet, nicht gemessen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../ui/model_text.py" />
   <source>Weights</source>
   <translation>Gewichte</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>CRS</source>
   <translation>KBS</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>{width} x {height} px</source>
   <translation>{width} x {height} px</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Made from</source>
   <translation>Entstanden aus</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Extended</source>
   <translation>Erweitert</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>A part was copied from an earlier result.</source>
   <translation>Ein Teil wurde aus einem früheren Ergebnis übernommen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Software</source>
   <translation>Software</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Kept stage</source>
   <translation>Aufbewahrte Stufe</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../processing_provider/verify.py" />
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <location filename="../processing_provider/setup_facts.py" />
   <source>{build}: download about {download}, on disk about {disk}</source>
   <translation>{build}: Download etwa {download}, auf der Platte etwa {disk}</translation>
  </message>
  <message>
   <location filename="../processing_provider/setup_facts.py" />
   <source>There is no environment in '{folder}' yet.</source>
   <translation>In „{folder}“ ist noch keine Umgebung.</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>'{id}' makes no raster that could be shown before it is made.</source>
   <translation>'{id}' erzeugt kein Raster, das sich vorab zeigen ließe.</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>There is no preview from polygons: they are drawn into a raster when the algorithm runs. Give '{layer}' as a raster to see one.</source>
   <translation>Aus Polygonen gibt es keine Vorschau: sie werden erst beim Ausführen des Algorithmus in ein Raster gezeichnet. Mit '{layer}' als Raster gibt es eine.</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>Model '{id}' works on a layer, so it ends where that ends.</source>
   <translation>Das Modell '{id}' arbeitet mit einem Layer und endet deshalb, wo dieser endet.</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>The layers cover no ground in common, or none that the target CRS shows.</source>
   <translation>Die Layer decken kein gemeinsames Gebiet ab oder keines, das das Ziel-KBS zeigt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Set up PyTorch</source>
   <translation>PyTorch einrichten</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>install</source>
   <translation>installieren</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>environment</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>remove</source>
   <translation>entfernen</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Installs PyTorch, which runs the models, in a folder of its own beside QGIS.</source>
   <translation>Installiert PyTorch, mit dem die Modelle laufen, in einem eigenen Ordner neben QGIS.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>QGIS's own Python is not changed. The new environment is tested before it replaces an older one; a set-up that is cancelled or breaks off changes nothing, and the next one goes on with what is downloaded. Jobs of Terraloom that run go on with the older one, which cannot be removed meanwhile.</source>
   <translation>Das Python von QGIS wird nicht verändert. Die neue Umgebung wird geprüft, bevor sie eine ältere ersetzt; eine abgebrochene Einrichtung ändert nichts, und die nächste macht mit dem schon Heruntergeladenen weiter. Laufende Aufträge von Terraloom rechnen mit der älteren weiter, die solange nicht entfernt werden kann.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>cpu works on every computer and is downloaded in a few minutes. cuda takes the newest build that an NVIDIA card of this computer can use, two to three gigabytes; cu126, cu128 and cu130 name one. On Apple computers cpu includes the GPU.</source>
   <translation>cpu läuft auf jedem Rechner und ist in wenigen Minuten heruntergeladen. cuda nimmt die neueste Variante, die eine NVIDIA-Karte dieses Rechners verwenden kann, zwei bis drei Gigabyte; cu126, cu128 und cu130 benennen eine. Auf Apple-Rechnern schließt cpu die GPU ein.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>QGIS's proxy and certificates are used.</source>
   <translation>Proxy und Zertifikate von QGIS werden verwendet.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>install makes the environment or updates it; repair makes it anew; remove deletes it and says how much space that frees.</source>
   <translation>install erzeugt oder aktualisiert die Umgebung; repair erzeugt sie neu; remove löscht sie und sagt, wie viel Platz das freigibt.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Build of PyTorch</source>
   <translation>Variante von PyTorch</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>cpu, or a build for NVIDIA cards.</source>
   <translation>cpu oder eine Variante für NVIDIA-Karten.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Folder of the environment</source>
   <translation>Ordner der Umgebung</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Outside the QGIS profile. Empty: {folder}.</source>
   <translation>Außerhalb des QGIS-Profils. Leer: {folder}.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Folder with wheels</source>
   <translation>Ordner mit Wheels</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>For a computer without internet: a folder that 'pip download torch numpy safetensors packaging' has filled elsewhere. Empty: packages are downloaded.</source>
   <translation>Für einen Rechner ohne Internet: ein Ordner, den 'pip download torch numpy safetensors packaging' anderswo gefüllt hat. Leer: die Pakete werden heruntergeladen.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Python to start from</source>
   <translation>Zugrunde liegendes Python</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>An interpreter of Python 3.9 or newer. Empty: a fitting one is looked for.</source>
   <translation>Ein Interpreter für Python 3.9 oder neuer. Leer: ein passender wird gesucht.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Summary</source>
   <translation>Zusammenfassung</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Python of the environment</source>
   <translation>Python der Umgebung</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Environment</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Bytes freed</source>
   <translation>Freigegebene Bytes</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>the plugin's folder</source>
   <translation>der Ordner der Erweiterung</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>the QGIS profile</source>
   <translation>das QGIS-Profil</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>{variable} is set to '{folder}', where the environment will be looked for.</source>
   <translation>{variable} ist auf '{folder}' gesetzt; dort wird die Umgebung gesucht werden.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Folder: {folder}</source>
   <translation>Ordner: {folder}</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Models still run elsewhere. {reason}</source>
   <translation>Die Modelle laufen weiterhin anderswo. {reason}</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Removed from '{folder}': {size} are free again.</source>
   <translation>Aus '{folder}' entfernt: {size} sind wieder frei.</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>There is no environment in '{folder}'.</source>
   <translation>In '{folder}' ist keine Umgebung.</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Verify a result</source>
   <translation>Ergebnis prüfen</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>verify</source>
   <translation>prüfen</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>reproduce</source>
   <translation>reproduzieren</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>provenance</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>compare</source>
   <translation>vergleichen</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Makes a Terraloom raster again from its own tags, and compares.</source>
   <translation>Erzeugt ein Terraloom-Raster aus seinen eigenen Tags neu und vergleicht.</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Each Terraloom raster says which model, seed and parameters made it. This makes it anew, a window at a time, and compares pixel by pixel: is it unchanged, and is it what it says?</source>
   <translation>Jedes Terraloom-Raster sagt, mit welchem Modell, welcher Saat und welchen Parametern es entstand. Hier wird es neu erzeugt, ein Fenster nach dem anderen, und Pixel für Pixel verglichen: ist es unverändert, und ist es, was es zu sein sagt?</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>On the device that made it, all pixels are the same. On another kind of device small differences are normal; up to the model's tolerance they still match.</source>
   <translation>Auf dem Gerät, das es erzeugt hat, sind alle Pixel gleich. Auf einem Gerät anderer Art sind kleine Unterschiede normal; bis zur Toleranz des Modells gelten sie als Übereinstimmung.</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>HTML files (*.html)</source>
   <translation>HTML-Dateien (*.html)</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Matches</source>
   <translation>Stimmt überein</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Share of identical pixels</source>
   <translation>Anteil gleicher Pixel</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Largest difference</source>
   <translation>Größter Unterschied</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Terraloom verification</source>
   <translation>Terraloom-Prüfung</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <source>Open: click or Enter</source>
   <translation>Öffnen: Klick oder Eingabetaste</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <location filename="../ui/models_dialog.py" />
   <source>cannot be used</source>
   <translation>nicht verwendbar</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <source>from extent</source>
   <translation>aus Ausdehnung</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <source>from layer</source>
   <translation>aus Layer</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>The model '{name}' is not there, or cannot be used.</source>
   <translation>Das Modell '{name}' gibt es nicht, oder es ist nicht verwendbar.</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Waits until PyTorch is set up</source>
   <translation>Wartet, bis PyTorch eingerichtet ist</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Terraloom panel</source>
   <translation>Terraloom-Bedienfeld</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Terraloom: make synthetic rasters with local models</source>
   <translation>Terraloom: synthetische Raster mit lokalen Modellen erzeugen</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Models…</source>
   <translation>Modelle…</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Set up PyTorch…</source>
   <translation>PyTorch einrichten…</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Options…</source>
   <translation>Optionen…</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Look for models again</source>
   <translation>Erneut nach Modellen suchen</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <location filename="../ui/form_buttons.py" />
   <location filename="../ui/options_page.py" />
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Looking…</source>
   <translation>Wird gesucht…</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Download from the internet</source>
   <translation>Aus dem Internet herunterladen</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>For a computer without internet: a folder that 'pip download' has filled elsewhere</source>
   <translation>Für einen Rechner ohne Internet: ein Ordner, den 'pip download' anderswo gefüllt hat</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Look for one</source>
   <translation>Eines suchen</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Set up</source>
   <translation>Einrichten</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Repair</source>
   <translation>Reparieren</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Makes the environment anew, beside the old one</source>
   <translation>Erzeugt die Umgebung neu, neben der alten</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <location filename="../ui/models_dialog.py" />
   <source>Remove…</source>
   <translation>Entfernen…</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Cancel set-up</source>
   <translation>Einrichtung abbrechen</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Show log</source>
   <translation>Protokoll zeigen</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>&amp;Folder</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>&amp;Build</source>
   <translation>Varia&amp;nte</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Folder of &amp;wheels</source>
   <translation>Ordner mit &amp;Wheels</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Python to &amp;start from</source>
   <translation>&amp;Zugrunde liegendes Python</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Remove PyTorch</source>
   <translation>PyTorch entfernen</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Remove the environment in '{folder}'? This frees {size}. Models cannot run until it is set up again. While a job of Terraloom runs in it, it is not removed.</source>
   <translation>Die Umgebung in '{folder}' entfernen? Das gibt {size} frei. Modelle können erst wieder laufen, wenn sie neu eingerichtet ist. Solange ein Auftrag von Terraloom darin läuft, wird sie nicht entfernt.</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <location filename="../ui/models_dialog.py" />
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>{size} are free there.</source>
   <translation>Dort sind {size} frei.</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Update</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Set up again</source>
   <translation>Neu einrichten</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Everything is up to date</source>
   <translation>Alles ist auf dem neuesten Stand</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Remove ({size})…</source>
   <translation>Entfernen ({size})…</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>Ready to run.</source>
   <translation>Bereit.</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>PyTorch is being set up; what is run waits for that and then starts by itself.</source>
   <translation>PyTorch wird eingerichtet; was ausgeführt wird, wartet darauf und beginnt dann von selbst.</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>PyTorch, which computes, is not set up yet: Run does that first, and asks before.</source>
   <translation>PyTorch, das rechnet, ist noch nicht eingerichtet: Vor der Ausführung wird es eingerichtet, nach einer Rückfrage.</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{width} × {height} px at {size}, {bytes}, about {time}</source>
   <translation>{width} × {height} px zu je {size}, {bytes}, etwa {time}</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{text} on CPU</source>
   <translation>{text} auf der CPU</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{count} results; the largest: {text}</source>
   <translation>{count} Ergebnisse; das größte: {text}</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>1 arc-second</source>
   <translation>1 Bogensekunde</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{size} arc-seconds</source>
   <translation>{size} Bogensekunden</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{number} s</source>
   <translation>{number} s</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{number} min</source>
   <translation>{number} min</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{number} h</source>
   <translation>{number} h</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>All of the input layer</source>
   <translation>Der ganze Eingabelayer</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Choose the layer whose extent is to be filled.</source>
   <translation>Wählen Sie den Layer, dessen Ausdehnung gefüllt werden soll.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>There is no bookmark yet. Make one, or choose another extent.</source>
   <translation>Es gibt noch kein Lesezeichen. Legen Sie eines an, oder wählen Sie eine andere Ausdehnung.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Draw a rectangle on the map.</source>
   <translation>Zeichnen Sie ein Rechteck auf die Karte.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Type the extent: west, east, south, north.</source>
   <translation>Geben Sie die Ausdehnung ein: West, Ost, Süd, Nord.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>The map shows no place yet. Zoom to the area that you want.</source>
   <translation>Die Karte zeigt noch keinen Ort. Zoomen Sie auf das gewünschte Gebiet.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>What the map shows</source>
   <translation>Was die Karte zeigt</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Square at the map's centre</source>
   <translation>Quadrat in der Kartenmitte</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Rectangle drawn on the map</source>
   <translation>Auf die Karte gezeichnetes Rechteck</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Extent of a layer</source>
   <translation>Ausdehnung eines Layers</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Bookmark</source>
   <translation>Lesezeichen</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Coordinates</source>
   <translation>Koordinaten</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Polygons, one result for each</source>
   <translation>Polygone, ein Ergebnis für jedes</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Draw a rectangle on the map (Shift: a square)</source>
   <translation>Ein Rechteck auf die Karte zeichnen (Umschalt: ein Quadrat)</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source> px wide and high</source>
   <translation> px breit und hoch</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Drag a rectangle on the map.</source>
   <translation>Ziehen Sie auf der Karte ein Rechteck auf.</translation>
  </message>
  <message>
   <location filename="../ui/form.py" />
   <source>Choose: {label}.</source>
   <translation>Wählen Sie: {label}.</translation>
  </message>
  <message>
   <location filename="../ui/form.py" />
   <source>Advanced</source>
   <translation>Erweitert</translation>
  </message>
  <message>
   <location filename="../ui/form.py" />
   <source>Roll the dice: another world</source>
   <translation>Würfeln: eine andere Welt</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Run</source>
   <translation>Starten</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Make it in the background (Ctrl+Return)</source>
   <translation>Im Hintergrund erzeugen (Strg+Eingabe)</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Show a piece of the result on the map, anew with each change</source>
   <translation>Ein Stück des Ergebnisses auf der Karte zeigen, bei jeder Änderung neu</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Click on the map where preview and seeds should be (Return: its middle; Esc: done)</source>
   <translation>Auf die Karte klicken, wo Vorschau und Saaten sein sollen (Eingabe: ihre Mitte; Esc: fertig)</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Place of the preview</source>
   <translation>Ort der Vorschau</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Live layer</source>
   <translation>Live-Layer</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Add an endless layer that is made wherever you look</source>
   <translation>Einen endlosen Layer hinzufügen, der überall entsteht, wohin Sie schauen</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Seeds</source>
   <translation>Saaten</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Show six seeds to choose from</source>
   <translation>Sechs Saaten zur Auswahl zeigen</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Batch…</source>
   <translation>Batch…</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Run it many times, with a table of parameters</source>
   <translation>Viele Male ausführen, mit einer Tabelle von Parametern</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Set up and run…</source>
   <translation>Einrichten und ausführen…</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>Back to all models (Esc)</source>
   <translation>Zurück zu allen Modellen (Esc)</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>It makes {count} layers.</source>
   <translation>Es ergibt {count} Layer.</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>Run it?</source>
   <translation>Ausführen?</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>Terraloom</source>
   <translation>Terraloom</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Processor (CPU)</source>
   <translation>Prozessor (CPU)</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Graphics card (CUDA)</source>
   <translation>Grafikkarte (CUDA)</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Graphics card (Apple)</source>
   <translation>Grafikkarte (Apple)</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>[New file in {folder}]</source>
   <translation>[Neue Datei in {folder}]</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Search models (Ctrl+F)</source>
   <translation>Modelle suchen (Strg+F)</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Only what fits the selected layer</source>
   <translation>Nur was zum gewählten Layer passt</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Shows the models that can start from '{layer}'.</source>
   <translation>Zeigt die Modelle, die von '{layer}' ausgehen können.</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Select a layer in QGIS's Layers panel first.</source>
   <translation>Wählen Sie zuerst einen Layer im Layerbedienfeld von QGIS.</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Models, set-up, options and help</source>
   <translation>Modelle, Einrichtung, Optionen und Hilfe</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>No model starts from the layer '{layer}'.</source>
   <translation>Kein Modell geht vom Layer '{layer}' aus.</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>No model matches '{text}'.</source>
   <translation>Kein Modell passt zu '{text}'.</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>There are no models.</source>
   <translation>Es gibt keine Modelle.</translation>
  </message>
  <message>
   <location filename="../ui/gallery_entries.py" />
   <source>Not usable</source>
   <translation>Nicht verwendbar</translation>
  </message>
  <message>
   <location filename="../ui/gallery_entries.py" />
   <source>{sizes} m</source>
   <translation>{sizes} m</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Where PyTorch runs</source>
   <translation>Wo PyTorch läuft</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Now: nowhere yet. Set up the managed environment, or name a Python of yours.</source>
   <translation>Jetzt: noch nirgends. Richten Sie die verwaltete Umgebung ein, oder nennen Sie ein eigenes Python.</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Now: {reason}</source>
   <translation>Jetzt: {reason}</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>The environment variable {names} is set and wins over this choice.</source>
   <translation>Die Umgebungsvariable {names} ist gesetzt und hat Vorrang vor dieser Wahl.</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;Automatic</source>
   <translation>&amp;Automatisch</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>The managed environment, else QGIS's own Python</source>
   <translation>Die verwaltete Umgebung, sonst das Python von QGIS</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;Managed environment</source>
   <translation>&amp;Verwaltete Umgebung</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>The one below, that Terraloom sets up</source>
   <translation>Die unten stehende, die Terraloom einrichtet</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>A &amp;Python of mine</source>
   <translation>Ein eigenes &amp;Python</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Conda, the system's, or any that has PyTorch</source>
   <translation>Conda, das des Systems oder jedes, das PyTorch hat</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;In QGIS's own process</source>
   <translation>&amp;Im Prozess von QGIS</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Where QGIS's Python has PyTorch; a crash there ends QGIS</source>
   <translation>Wo das Python von QGIS PyTorch hat; ein Absturz dort beendet QGIS</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Python interpreter</source>
   <translation>Python-Interpreter</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;Check</source>
   <translation>Prü&amp;fen</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Asking it…</source>
   <translation>Wird gefragt…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <source>Show provenance…</source>
   <translation>Herkunft zeigen…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <location filename="../ui/results.py" />
   <source>Reproduce…</source>
   <translation>Reproduzieren…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <source>Extend…</source>
   <translation>Erweitern…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <source>Verify</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <location filename="../ui/live_layer.py" />
   <source>Bake this extent to GeoTIFF…</source>
   <translation>Diese Ausdehnung als GeoTIFF schreiben…</translation>
  </message>
  <message>
   <location filename="../ui/live_layer.py" />
   <source>Fit the colours to this view</source>
   <translation>Farben an diese Ansicht anpassen</translation>
  </message>
  <message>
   <location filename="../ui/live_layer.py" />
   <source>{title}, live (seed {seed})</source>
   <translation>{title}, live (Saat {seed})</translation>
  </message>
  <message>
   <location filename="../ui/live_renderer.py" />
   <source>Zoom in to see this live layer</source>
   <translation>Hineinzoomen, um diesen Live-Layer zu sehen</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <location filename="../ui/models_dialog.py" />
   <source>your own</source>
   <translation>eigenes</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <location filename="../ui/models_dialog.py" />
   <source>bundled</source>
   <translation>mitgeliefert</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Algorithm</source>
   <translation>Algorithmus</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Pixel sizes</source>
   <translation>Pixelgrößen</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>native {sizes} m, usable from {low} to {high} m</source>
   <translation>nativ {sizes} m, verwendbar von {low} bis {high} m</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Attribution</source>
   <translation>Namensnennung</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Trained on</source>
   <translation>Trainiert mit</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Area</source>
   <translation>Gebiet</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>It is not in the toolbox; the log messages of Terraloom say why.</source>
   <translation>Es ist nicht in der Werkzeugkiste; die Protokollmeldungen von Terraloom sagen, warum.</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Measured quality</source>
   <translation>Gemessene Güte</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>This folder cannot be used.</source>
   <translation>Dieser Ordner ist nicht verwendbar.</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Choose a model on the left, or import one.</source>
   <translation>Wählen Sie links ein Modell, oder importieren Sie eines.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Terraloom models</source>
   <translation>Terraloom-Modelle</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>A zip file…</source>
   <translation>Eine Zip-Datei…</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>A folder…</source>
   <translation>Ein Ordner…</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <location filename="../ui/results.py" />
   <location filename="../ui/run_list.py" />
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Only your own models can be removed; this one is bundled.</source>
   <translation>Nur eigene Modelle lassen sich entfernen; dieses ist mitgeliefert.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Import a model</source>
   <translation>Modell importieren</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Zip files (*.zip)</source>
   <translation>Zip-Dateien (*.zip)</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Model '{id}' was imported.</source>
   <translation>Das Modell '{id}' wurde importiert.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Left out, because they are not data: {files}.</source>
   <translation>Ausgelassen, weil es keine Daten sind: {files}.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>It was not imported, and nothing has changed.</source>
   <translation>Es wurde nicht importiert, und nichts hat sich geändert.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>{reason} Replace it with the one in '{name}'?</source>
   <translation>{reason} Durch das in '{name}' ersetzen?</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Replace model</source>
   <translation>Modell ersetzen</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Export the model</source>
   <translation>Modell exportieren</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Exported to '{path}'.</source>
   <translation>Nach '{path}' exportiert.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>The model was not exported.</source>
   <translation>Das Modell wurde nicht exportiert.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Remove the model in '{folder}'? Its files are deleted. Results that it made stay, but can no longer be reproduced or verified here.</source>
   <translation>Das Modell in '{folder}' entfernen? Seine Dateien werden gelöscht. Damit erzeugte Ergebnisse bleiben, lassen sich hier aber nicht mehr reproduzieren oder prüfen.</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Remove model</source>
   <translation>Modell entfernen</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>The model was not removed.</source>
   <translation>Das Modell wurde nicht entfernt.</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>auto: the best that works</source>
   <translation>auto: das beste, das funktioniert</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>QGIS's temporary folder</source>
   <translation>Der temporäre Ordner von QGIS</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source> GB</source>
   <translation> GB</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source> minutes</source>
   <translation> Minuten</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Copy &amp;diagnostics</source>
   <translation>&amp;Diagnose kopieren</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>A report to paste where you describe a problem; user names are removed</source>
   <translation>Ein Bericht zum Einfügen dort, wo Sie ein Problem beschreiben; Benutzernamen werden entfernt</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>&amp;Restore defaults</source>
   <translation>Vo&amp;rgaben wiederherstellen</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Managed environment</source>
   <translation>Verwaltete Umgebung</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Defaults</source>
   <translation>Vorgaben</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>D&amp;evice</source>
   <translation>&amp;Gerät</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Folder for &amp;results</source>
   <translation>Ordner für &amp;Ergebnisse</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>or</source>
   <translation>oder</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>&amp;Warn from</source>
   <translation>Warnen a&amp;b</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>, does not work</source>
   <translation>, funktioniert nicht</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Collecting…</source>
   <translation>Wird gesammelt…</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Copied. Paste it where you describe the problem.</source>
   <translation>Kopiert. Fügen Sie es dort ein, wo Sie das Problem beschreiben.</translation>
  </message>
  <message>
   <location filename="../ui/panel.py" />
   <source>One step is left: PyTorch, which computes, is not set up.</source>
   <translation>Ein Schritt fehlt noch: PyTorch, das rechnet, ist nicht eingerichtet.</translation>
  </message>
  <message>
   <location filename="../ui/panel.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Set up…</source>
   <translation>Einrichten…</translation>
  </message>
  <message>
   <location filename="../ui/polygon_chooser.py" />
   <source>Selected ones only</source>
   <translation>Nur gewählte</translation>
  </message>
  <message>
   <location filename="../ui/polygon_chooser.py" />
   <source>More than {most} polygons are too many at once. Select some of them, and choose 'Selected ones only'.</source>
   <translation>Mehr als {most} Polygone sind zu viele auf einmal. Wählen Sie einige davon aus und hier „Nur gewählte“.</translation>
  </message>
  <message>
   <location filename="../ui/polygon_chooser.py" />
   <source>Choose a polygon layer that has features.</source>
   <translation>Wählen Sie einen Polygonlayer, der Objekte hat.</translation>
  </message>
  <message>
   <location filename="../ui/preview.py" />
   <source>The map shows no place that there could be a preview of.</source>
   <translation>Die Karte zeigt keinen Ort, von dem es eine Vorschau geben könnte.</translation>
  </message>
  <message>
   <location filename="../ui/preview_item.py" />
   <source>Computing the preview…</source>
   <translation>Die Vorschau wird berechnet…</translation>
  </message>
  <message>
   <location filename="../ui/provenance_dialog.py" />
   <source>How “{name}” was made</source>
   <translation>Wie „{name}“ entstand</translation>
  </message>
  <message>
   <location filename="../ui/provenance_dialog.py" />
   <source>This layer is synthetic. With the same model, seed and parameters anybody can make it again; Verify checks that it is unchanged.</source>
   <translation>Dieser Layer ist synthetisch. Mit demselben Modell, derselben Saat und denselben Parametern kann ihn jeder neu erzeugen; „Prüfen“ stellt fest, ob er unverändert ist.</translation>
  </message>
  <message>
   <location filename="../ui/provenance_dialog.py" />
   <location filename="../ui/results.py" />
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Finished, but its project was closed meanwhile.</source>
   <translation>Fertig, aber das Projekt dazu wurde inzwischen geschlossen.</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Finished in {time}.</source>
   <translation>Fertig nach {time}.</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>'{path}' could not be loaded.</source>
   <translation>'{path}' konnte nicht geladen werden.</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Add to project</source>
   <translation>Zum Projekt hinzufügen</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Open the form with the parameters of this run</source>
   <translation>Das Formular mit den Parametern dieses Laufs öffnen</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy as Python, as a command, or the log</source>
   <translation>Als Python oder als Befehl kopieren, oder das Protokoll</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Open form…</source>
   <translation>Formular öffnen…</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy as Python</source>
   <translation>Als Python kopieren</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy as qgis_process command</source>
   <translation>Als qgis_process-Befehl kopieren</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy log</source>
   <translation>Protokoll kopieren</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Clear finished</source>
   <translation>Beendete entfernen</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>What can be done with this run</source>
   <translation>Was sich mit diesem Lauf tun lässt</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Remove from this list</source>
   <translation>Aus dieser Liste entfernen</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Finished in {time}</source>
   <translation>Fertig nach {time}</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Starting</source>
   <translation>Startet</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <location filename="../ui/runs.py" />
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <location filename="../ui/runs.py" />
   <source>It failed without a reason. See the log.</source>
   <translation>Fehlgeschlagen ohne Angabe eines Grundes. Siehe das Protokoll.</translation>
  </message>
  <message>
   <location filename="../ui/seed_strip.py" />
   <source>Seed {seed}</source>
   <translation>Saat {seed}</translation>
  </message>
  <message>
   <location filename="../ui/seed_strip.py" />
   <source>Offer other seeds</source>
   <translation>Andere Saaten anbieten</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>{reason} PyTorch, which runs the models, must be set up again.</source>
   <translation>{reason} PyTorch, mit dem die Modelle laufen, muss neu eingerichtet werden.</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>PyTorch, which runs the models, is not set up yet.</source>
   <translation>PyTorch, womit die Modelle laufen, fehlt noch.</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>It can be set up at any time in Settings &gt; Options &gt; Terraloom</source>
   <translation>Es lässt sich jederzeit unter Einstellungen &gt; Optionen &gt; Terraloom einrichten</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Download and install PyTorch for Terraloom's models?</source>
   <translation>PyTorch für die Modelle von Terraloom herunterladen und installieren?</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Removing PyTorch</source>
   <translation>PyTorch wird entfernt</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Setting up PyTorch</source>
   <translation>PyTorch wird eingerichtet</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Set up (about {size})…</source>
   <translation>Einrichten (etwa {size})…</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>{build}.

Folder: {folder} ({free} free). QGIS's own Python is not changed, and all of it can be removed with one click in Settings &gt; Options &gt; Terraloom.

You can go on working meanwhile.</source>
   <translation>{build}.

Ordner: {folder} ({free} frei). Das Python von QGIS wird nicht verändert, und alles lässt sich mit einem Klick unter Einstellungen &gt; Optionen &gt; Terraloom entfernen.

Sie können inzwischen weiterarbeiten.</translation>
  </message>
  <message>
   <location filename="../ui/setup_run.py" />
   <source>The algorithm '{id}' is not there. Restart QGIS.</source>
   <translation>Den Algorithmus '{id}' gibt es nicht. Starten Sie QGIS neu.</translation>
  </message>
  <message>
   <location filename="../ui/setup_run.py" />
   <source>Cancelled. What is downloaded is kept for the next time.</source>
   <translation>Abgebrochen. Was heruntergeladen ist, bleibt für das nächste Mal erhalten.</translation>
  </message>
  <message>
   <location filename="../ui/setup_run.py" />
   <source>The set-up did not end well.</source>
   <translation>Die Einrichtung ist nicht gelungen.</translation>
  </message>
  <message>
   <location filename="../ui/speeds.py" />
   <source>{number} Mpx/s here</source>
   <translation>{number} Mpx/s auf diesem Rechner</translation>
  </message>
  <message>
   <location filename="../ui/swipe.py" />
   <source>Swipe between the input and the preview</source>
   <translation>Zwischen Eingabe und Vorschau wischen</translation>
  </message>
  <message>
   <location filename="../ui/swipe.py" />
   <source>Drag: the input on the left, the preview on the right</source>
   <translation>Ziehen: links die Eingabe, rechts die Vorschau</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Buildings</source>
   <translation>Gebäude</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Makes buildings with heights, as a raster and as polygons, along the streets of a map or of a layer of roads.</source>
   <translation>Erzeugt Gebäude mit Höhen, als Raster und als Polygone, entlang der Straßen einer Karte oder eines Straßenlayers.</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Maps</source>
   <translation>Karten</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>The buildings are invented. Large blocks with courtyards come out too loose, and density and size follow a wish only in part. Heights were known for few of the buildings in training, most of them in New York; roofs are flat.</source>
   <translation>Die Gebäude sind erfunden. Große Blöcke mit Höfen geraten zu locker, und Dichte und Größe folgen einem Wunsch nur zum Teil. Höhen waren im Training nur für wenige Gebäude bekannt, die meisten davon in New York; Dächer sind flach.</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>How densely it is built: 50 is what the streets suggest; more crowds the buildings, less leaves some out.</source>
   <translation>Wie dicht bebaut wird: 50 ist, was die Straßen nahelegen; mehr drängt die Gebäude zusammen, weniger lässt welche weg.</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Size of buildings</source>
   <translation>Größe der Gebäude</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>How large the buildings are: 50 is what the map suggests; less makes them smaller, more makes them larger.</source>
   <translation>Wie groß die Gebäude sind: 50 ist, was die Karte nahelegt; weniger macht sie kleiner, mehr macht sie größer.</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Keep the buildings of the map</source>
   <translation>Gebäude der Karte behalten</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Where the map given as a layer has buildings, give these their heights and make no others.</source>
   <translation>Wo die als Layer angegebene Karte Gebäude hat, bekommen diese ihre Höhen, und es entstehen keine weiteren.</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Map or roads</source>
   <translation>Karte oder Straßen</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Classes to build on: map tiles, or any raster of roads, water and land use. Buildings stand beside its streets.</source>
   <translation>Klassen, auf denen gebaut wird: Kartenkacheln oder ein beliebiges Raster aus Straßen, Wasser und Landnutzung. Gebäude stehen neben dessen Straßen.</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Open land</source>
   <translation>Offenes Land</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Farmland</source>
   <translation>Ackerland</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Forest</source>
   <translation>Wald</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Built-up land</source>
   <translation>Bebautes Land</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Industry and trade</source>
   <translation>Industrie und Gewerbe</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Park and grass</source>
   <translation>Park und Rasen</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Water</source>
   <translation>Wasser</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Path</source>
   <translation>Weg</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Minor road</source>
   <translation>Nebenstraße</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Major road</source>
   <translation>Hauptstraße</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Railway</source>
   <translation>Eisenbahn</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Building</source>
   <translation>Gebäude</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>OpenStreetMap extracts of Liechtenstein, Snezhinsk, Monaco and New York</source>
   <translation>OpenStreetMap-Auszüge von Liechtenstein, Sneschinsk, Monaco und New York</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>four towns with all their buildings; kept out: Helsinki, northern Bayreuth, Volkel and Uden</source>
   <translation>vier Orte mit allen ihren Gebäuden; zurückgehalten: Helsinki, der Norden von Bayreuth, Volkel und Uden</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Climate</source>
   <translation>Klima</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Makes monthly temperature or precipitation for an extent: an annual cycle from latitude, height, land and sea, and months that differ from year to year, the same every time and without seams.</source>
   <translation>Erzeugt monatliche Temperatur oder monatlichen Niederschlag für eine Ausdehnung: einen Jahresgang aus geographischer Breite, Höhe, Land und Meer, und Monate, die sich von Jahr zu Jahr unterscheiden, jedes Mal gleich und ohne Nähte.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The climate is invented. What is usual at a place was learned from few and short records: temperature of all land for eight months of one year, of the sea, and of three small regions; precipitation of Africa, Vietnam and, by years only, the United States. Regions that were kept out are missed by 2.5 to 2.8 °C, which in the southeast of the United States is no better than latitude and season alone tell. How months differ from what is usual was learned from Vietnam and, for temperature, from Iberia. Elsewhere, and above all for precipitation north of 40°N, it extrapolates. Ocean currents, trends and El Niño are not in it, nor is daily weather.</source>
   <translation>Das Klima ist erfunden. Was an einem Ort üblich ist, wurde aus wenigen und kurzen Messreihen gelernt: Temperatur allen Landes aus acht Monaten eines Jahres, des Meeres und dreier kleiner Gebiete; Niederschlag aus Afrika, Vietnam und, nur jahresweise, den Vereinigten Staaten. Zurückgehaltene Gebiete werden um 2,5 bis 2,8 °C verfehlt, was im Südosten der Vereinigten Staaten nicht besser ist als das, was Breite und Jahreszeit allein sagen. Wie Monate vom Üblichen abweichen, wurde aus Vietnam und, für die Temperatur, aus Iberien gelernt. Anderswo, vor allem beim Niederschlag nördlich von 40°N, wird extrapoliert. Meeresströmungen, Trends und El Niño sind nicht enthalten, auch kein tägliches Wetter.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Variable</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>What the bands hold: mean temperature near the ground, or the sum of precipitation, of a month.</source>
   <translation>Was die Kanäle enthalten: mittlere bodennahe Temperatur oder Niederschlagssumme eines Monats.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Temperature (°C)</source>
   <translation>Temperatur (°C)</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Precipitation (mm)</source>
   <translation>Niederschlag (mm)</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>First year</source>
   <translation>Erstes Jahr</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Any two periods agree on the months that they share.</source>
   <translation>Zwei beliebige Zeiträume stimmen in den Monaten überein, die sie gemeinsam haben.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>First month</source>
   <translation>Erster Monat</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Number of months</source>
   <translation>Anzahl der Monate</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>One band each.</source>
   <translation>Je ein Kanal.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>What the output holds</source>
   <translation>Was die Ausgabe enthält</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>One course of events, or the mean or the standard deviation of several.</source>
   <translation>Ein Verlauf, oder Mittelwert oder Standardabweichung mehrerer.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The months of this seed</source>
   <translation>Die Monate dieser Saat</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The mean of the ensemble</source>
   <translation>Der Mittelwert des Ensembles</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The standard deviation of the ensemble</source>
   <translation>Die Standardabweichung des Ensembles</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Members of the ensemble</source>
   <translation>Mitglieder des Ensembles</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Of this seed and the ones that follow it, on the same land. Only for mean and spread.</source>
   <translation>Mit dieser Saat und den darauf folgenden, auf demselben Land. Nur für Mittelwert und Streuung.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Elevation</source>
   <translation>Höhe</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The ground that the climate lies on, in metres; 0 and less is sea. It should reach about 2,000 km beyond the extent: ground that is not known counts as land. Without it, the land is the one that the terrain model makes of the same seed.</source>
   <translation>Der Boden, auf dem das Klima liegt, in Metern; 0 und weniger ist Meer. Er sollte etwa 2.000 km über die Ausdehnung hinausreichen: unbekannter Boden zählt als Land. Ohne ihn ist das Land dasjenige, das das Geländemodell aus derselben Saat erzeugt.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Coarse field to follow</source>
   <translation>Grobes Feld als Vorlage</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>A coarser field of the chosen variable, in °C (or kelvin) or mm in a month, for example of a climate model: its means are kept, and detail is added. Its bands are the months from the first on; after the last, the first comes again.</source>
   <translation>Ein gröberes Feld der gewählten Größe, in °C (oder Kelvin) oder mm im Monat, zum Beispiel eines Klimamodells: seine Mittelwerte bleiben erhalten, und Einzelheiten kommen hinzu. Seine Kanäle sind die Monate ab dem ersten; nach dem letzten folgt wieder der erste.</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>ERA5 monthly fields of Vietnam and Iberia, GHCN-CAMS land temperature, ERSST sea surface temperature, GPCC precipitation of Africa, yearly fields of the United States and southern Quebec; elevation at 2 and 20 arc-minutes</source>
   <translation>Monatsfelder von ERA5 für Vietnam und die Iberische Halbinsel, Landtemperatur von GHCN-CAMS, Meeresoberflächentemperatur von ERSST, Niederschlag von GPCC für Afrika, Jahresfelder der Vereinigten Staaten und des südlichen Québec; Höhen mit 2 und 20 Bogenminuten</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>temperature: all land but Antarctica, and the sea between 60°S and 60°N; precipitation: Africa, the Middle East, Vietnam, the United States</source>
   <translation>Temperatur: alles Land außer der Antarktis und das Meer zwischen 60°S und 60°N; Niederschlag: Afrika, der Nahe Osten, Vietnam, die Vereinigten Staaten</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Imagery</source>
   <translation>Satellitenbild</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>Makes satellite-like imagery from nothing but an extent and a seed: a landscape, what grows and is built on it, and its picture in red, green, blue and near infrared at 10 m.</source>
   <translation>Erzeugt satellitenähnliche Bilder aus nichts als einer Ausdehnung und einer Saat: eine Landschaft, was darauf wächst und gebaut ist, und ihr Bild in Rot, Grün, Blau und nahem Infrarot mit 10 m.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>It has seen few scenes, most of them towns. Towns have the look of roofs and streets, but no network of streets; there are no roads and no streams. The landscape is invented, and its land cover follows stated rules and chance. Woods are plainer than real ones, and snow is a mere colour.</source>
   <translation>Das Modell hat wenige Szenen gesehen, meist Städte. Städte sehen nach Dächern und Straßen aus, haben aber kein Straßennetz; Landstraßen und Bäche fehlen. Die Landschaft ist erfunden, und ihre Landbedeckung folgt angegebenen Regeln und dem Zufall. Wälder sind schlichter als echte, und Schnee ist eine bloße Farbe.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Landform</source>
   <translation>Landform</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>What kind of landscape to make. Natural is a world of its own, with seas, plains and ranges.</source>
   <translation>Welche Art von Landschaft entstehen soll. Natürlich ist eine Welt für sich, mit Meeren, Ebenen und Gebirgen.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Natural: whatever the seed holds at this place</source>
   <translation>Natürlich: was immer die Saat an diesem Ort bereithält</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Alpine: high mountains</source>
   <translation>Alpin: hohe Berge</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Hills: low mountains and hill country</source>
   <translation>Hügel: Mittelgebirge und Hügelland</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Plateau: high land of little relief, cut by valleys</source>
   <translation>Hochebene: hoch gelegenes, flaches Land, von Tälern zerschnitten</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Plain: lowland</source>
   <translation>Ebene: Tiefland</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Coast: land and sea</source>
   <translation>Küste: Land und Meer</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Relief</source>
   <translation>Relief</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>How mountainous: 50 is usual for the landform, every 25 more double the differences in height.</source>
   <translation>Wie gebirgig: 50 ist für die Landform üblich, je 25 mehr verdoppeln die Höhenunterschiede.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Sea level</source>
   <translation>Meeresspiegel</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Height of the sea's surface. Raising it floods the low land.</source>
   <translation>Höhe der Meeresoberfläche. Ein höherer Wert überflutet das niedrige Land.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Region and season</source>
   <translation>Region und Jahreszeit</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Whose colours the land takes. Within a choice the seed decides.</source>
   <translation>Wessen Farben das Land annimmt. Innerhalb einer Wahl entscheidet die Saat.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Any: the seed decides</source>
   <translation>Beliebig: die Saat entscheidet</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Desert</source>
   <translation>Wüste</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Mediterranean, summer</source>
   <translation>Mittelmeerraum, Sommer</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Dry mountains, summer</source>
   <translation>Trockene Berge, Sommer</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Savanna, dry season</source>
   <translation>Savanne, Trockenzeit</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Temperate, spring</source>
   <translation>Gemäßigt, Frühling</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Temperate, summer</source>
   <translation>Gemäßigt, Sommer</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Humid subtropics and tropics</source>
   <translation>Feuchte Subtropen und Tropen</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Temperate, winter</source>
   <translation>Gemäßigt, Winter</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Dubai, December</source>
   <translation>Wie Dubai, Dezember</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Las Vegas, August</source>
   <translation>Wie Las Vegas, August</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Beirut, August</source>
   <translation>Wie Beirut, August</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Montpellier, August</source>
   <translation>Wie Montpellier, August</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Pisa, July</source>
   <translation>Wie Pisa, Juli</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Northern California, August</source>
   <translation>Wie Nordkalifornien, August</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Zion, Utah</source>
   <translation>Wie Zion, Utah</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Brasilia, September</source>
   <translation>Wie Brasília, September</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Bordeaux, May</source>
   <translation>Wie Bordeaux, Mai</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Saclay, March</source>
   <translation>Wie Saclay, März</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Rennes, August</source>
   <translation>Wie Rennes, August</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Beihai, December</source>
   <translation>Wie Beihai, Dezember</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Chongqing, April</source>
   <translation>Wie Chongqing, April</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Hong Kong, September</source>
   <translation>Wie Hongkong, September</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Mumbai, November</source>
   <translation>Wie Mumbai, November</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Paris (Bercy), November</source>
   <translation>Wie Paris (Bercy), November</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Milan, December</source>
   <translation>Wie Mailand, Dezember</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Paris, November</source>
   <translation>Wie Paris, November</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Fields and towns</source>
   <translation>Felder und Städte</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>How much of the level ground people use: 0 is wilderness, 100 hardly leaves any.</source>
   <translation>Wie viel vom ebenen Boden Menschen nutzen: 0 ist Wildnis, bei 100 bleibt kaum etwas davon.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Dryness</source>
   <translation>Trockenheit</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>0 is green everywhere; at 100 bare ground and shrub take the place of woods.</source>
   <translation>Bei 0 ist alles grün; bei 100 stehen kahler Boden und Gebüsch an der Stelle von Wald.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Snow line</source>
   <translation>Schneegrenze</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Snow covers the ground above about this height; trees end 800 m below it.</source>
   <translation>Oberhalb etwa dieser Höhe liegt Schnee; Bäume enden 800 m darunter.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Fields</source>
   <translation>Felder</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>How clearly the fields of crop land stand out from one another; their shapes are made up. At 0 crop land is drawn like any other land.</source>
   <translation>Wie deutlich sich die Felder des Ackerlands voneinander abheben; ihre Formen sind erfunden. Bei 0 wird Ackerland wie jedes andere Land gezeichnet.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Direction of the sun</source>
   <translation>Richtung der Sonne</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Clockwise from north. It matters where elevation is known.</source>
   <translation>Im Uhrzeigersinn von Norden. Sie zählt, wo Höhen bekannt sind.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Height of the sun</source>
   <translation>Höhe der Sonne</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Above the horizon. It matters where elevation is known.</source>
   <translation>Über dem Horizont. Sie zählt, wo Höhen bekannt sind.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>elevation</source>
   <translation>Höhe</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>land cover</source>
   <translation>Landbedeckung</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>17 Sentinel-2 scenes of towns and their surroundings at 10 m, and one Landsat 8 scene with the National Land Cover Database at 30 m. The classes of the Sentinel-2 scenes were learnt from some 200 rectangles that a person outlined by eye; they are no survey. What the air over each scene sent back is told by its darkest blue and taken away, so that values are near the ground's reflectance. The landscape comes from the stages of the model terrain.</source>
   <translation>17 Sentinel-2-Szenen von Städten und ihrer Umgebung mit 10 m und eine Landsat-8-Szene mit der National Land Cover Database mit 30 m. Die Klassen der Sentinel-2-Szenen wurden aus etwa 200 Rechtecken gelernt, die ein Mensch nach Augenschein umrissen hat; sie sind keine Erhebung. Was die Luft über jeder Szene zurückwarf, wird am dunkelsten Blau abgelesen und abgezogen, sodass die Werte nahe an der Reflexion des Bodens liegen. Die Landschaft kommt aus den Stufen des Modells terrain.</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>17 towns in Asia, Europe, South America and the United States, one valley in California, Zion in Utah</source>
   <translation>17 Städte in Asien, Europa, Südamerika und den Vereinigten Staaten, ein Tal in Kalifornien, Zion in Utah</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Imagery from land cover</source>
   <translation>Satellitenbild aus Landbedeckung</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Makes satellite-like imagery of the land that a land cover layer describes: red, green, blue and near infrared at 10 m, in the colours of a region and season.</source>
   <translation>Erzeugt satellitenähnliche Bilder des Landes, das ein Layer der Landbedeckung beschreibt: Rot, Grün, Blau und nahes Infrarot mit 10 m, in den Farben einer Region und Jahreszeit.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>It has seen few scenes, most of them towns. Towns have the look of roofs and streets, but no network of streets. Fields are rectangles of made-up size and place, woods are plainer than real ones, and snow is a mere colour. The image shows what such land looks like, not what lies there.</source>
   <translation>Das Modell hat wenige Szenen gesehen, meist Städte. Städte sehen nach Dächern und Straßen aus, haben aber kein Straßennetz. Felder sind Rechtecke von erfundener Größe und Lage, Wälder sind schlichter als echte, und Schnee ist eine bloße Farbe. Das Bild zeigt, wie solches Land aussieht, nicht was dort liegt.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Land cover</source>
   <translation>Landbedeckung</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Which class the ground has: a raster of classes.</source>
   <translation>Welche Klasse der Boden hat: ein Raster von Klassen.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Heights in metres. Slopes then lie in light and shade.</source>
   <translation>Höhen in Metern. Hänge liegen dann in Licht und Schatten.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>water</source>
   <translation>Wasser</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>trees</source>
   <translation>Bäume</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>grass and shrub</source>
   <translation>Gras und Gebüsch</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>crops</source>
   <translation>Ackerland</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>built-up</source>
   <translation>bebaut</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>bare ground</source>
   <translation>kahler Boden</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>snow and ice</source>
   <translation>Schnee und Eis</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>17 Sentinel-2 scenes of towns and their surroundings at 10 m, and one Landsat 8 scene with the National Land Cover Database at 30 m. The classes of the Sentinel-2 scenes were learnt from some 200 rectangles that a person outlined by eye; they are no survey. What the air over each scene sent back is told by its darkest blue and taken away, so that values are near the ground's reflectance.</source>
   <translation>17 Sentinel-2-Szenen von Städten und ihrer Umgebung mit 10 m und eine Landsat-8-Szene mit der National Land Cover Database mit 30 m. Die Klassen der Sentinel-2-Szenen wurden aus etwa 200 Rechtecken gelernt, die ein Mensch nach Augenschein umrissen hat; sie sind keine Erhebung. Was die Luft über jeder Szene zurückwarf, wird am dunkelsten Blau abgelesen und abgezogen, sodass die Werte nahe an der Reflexion des Bodens liegen.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Imagery from terrain</source>
   <translation>Satellitenbild aus Gelände</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Makes satellite-like imagery that belongs to a digital elevation model: water, woods, fields, towns and rock where the land allows them, in the light of a sun.</source>
   <translation>Erzeugt satellitenähnliche Bilder, die zu einem digitalen Höhenmodell gehören: Wasser, Wald, Felder, Städte und Fels, wo das Land sie zulässt, im Licht einer Sonne.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>It has seen few scenes, most of them towns. Towns have the look of roofs and streets, but no network of streets; there are no roads and no streams. Where woods, fields and towns lie follows stated rules and chance, not knowledge of the place. Woods are plainer than real ones, and snow is a mere colour.</source>
   <translation>Das Modell hat wenige Szenen gesehen, meist Städte. Städte sehen nach Dächern und Straßen aus, haben aber kein Straßennetz; Landstraßen und Bäche fehlen. Wo Wald, Felder und Städte liegen, folgt angegebenen Regeln und dem Zufall, nicht der Kenntnis des Ortes. Wälder sind schlichter als echte, und Schnee ist eine bloße Farbe.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Heights in metres. They decide where water, woods, fields and rock lie, and how the light falls.</source>
   <translation>Höhen in Metern. Sie entscheiden, wo Wasser, Wald, Felder und Fels liegen und wie das Licht fällt.</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Which class the ground has. Empty: found from the elevation.</source>
   <translation>Welche Klasse der Boden hat. Leer: wird aus den Höhen abgeleitet.</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Map tiles</source>
   <translation>Kartenkacheln</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Makes a town map from nothing but an extent and a seed: streets, blocks, buildings, water and green as classes of a palette, the same every time and without seams.</source>
   <translation>Macht aus nichts als einer Ausdehnung und einer Saat einen Stadtplan: Straßen, Blöcke, Gebäude, Wasser und Grün als Klassen einer Palette, jedes Mal gleich und ohne Nähte.</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>The map is invented: it shows what towns look like, not what lies at the place. Main roads bend and turn more than real ones, rivers and railways sometimes end, and the blocks of dense towns are filled too loosely. It was trained on seven places, so that other parts of the world are not in it.</source>
   <translation>Die Karte ist erfunden: sie zeigt, wie Städte aussehen, nicht was an dem Ort liegt. Hauptstraßen knicken öfter ab als echte, Flüsse und Bahnen enden manchmal, und die Blöcke dichter Städte sind zu locker gefüllt. Sie hat an sieben Orten gelernt; andere Teile der Welt kommen darin nicht vor.</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>What kind of place to make. Natural is a world of its own, with towns, villages and the land between them.</source>
   <translation>Was für ein Ort entstehen soll. „Natürlich“ ist eine eigene Welt mit Städten, Dörfern und dem Land dazwischen.</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Countryside: fields, woods and hamlets</source>
   <translation>Land: Felder, Wälder und Weiler</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Village: a small place in the country</source>
   <translation>Dorf: ein kleiner Ort auf dem Land</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Suburb: houses along residential streets</source>
   <translation>Vorort: Häuser an Wohnstraßen</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>City: dense blocks and main roads</source>
   <translation>Stadt: dichte Blöcke und Hauptstraßen</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>How densely it is built: 50 is usual for the place, every 25 more double the share of built-up land and of buildings.</source>
   <translation>Wie dicht bebaut wird: 50 ist für den Ort üblich, je 25 mehr verdoppeln den Anteil bebauten Landes und der Gebäude.</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>OpenStreetMap extracts of Liechtenstein, Snezhinsk, Valletta, Monaco, Malé, New York and Baltimore</source>
   <translation>OpenStreetMap-Auszüge von Liechtenstein, Sneschinsk, Valletta, Monaco, Malé, New York und Baltimore</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>seven towns and the country around some of them; kept out: Helsinki, northern Bayreuth, Volkel and Uden</source>
   <translation>sieben Orte und bei einigen das Land ringsum; ausgelassen: Helsinki, der Norden von Bayreuth, Volkel und Uden</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Makes a landscape from nothing but an extent and a seed: land and sea, ranges and plains, valleys and shores, the same every time and without seams.</source>
   <translation>Erschafft eine Landschaft aus nichts als einer Ausdehnung und einer Saat: Land und Meer, Gebirge und Ebenen, Täler und Küsten, jedes Mal gleich und ohne Nähte.</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>The landscape is invented: it shows what terrain looks like, not what lies at the place. There is less high mountain than on Earth, and flat coasts are more ragged than real ones.</source>
   <translation>Die Landschaft ist erfunden: sie zeigt, wie Gelände aussieht, nicht, was an dem Ort liegt. Es gibt weniger Hochgebirge als auf der Erde, und flache Küsten sind zerrissener als echte.</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Land elevation at 2 arc-minutes (SRTM30, GTOPO30), ETOPO1 at 1 arc-minute, and the 30 to 90 m elevation that terrain_detail was trained on</source>
   <translation>Landhöhen mit 2 Bogenminuten (SRTM30, GTOPO30), ETOPO1 mit 1 Bogenminute und die Höhen mit 30 bis 90 m, mit denen terrain_detail trainiert wurde</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>all land between 56°S and 75°N; 73 areas on five continents in detail</source>
   <translation>alles Land zwischen 56°S und 75°N; 73 Gebiete auf fünf Kontinenten im Detail</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>Terrain detail</source>
   <translation>Geländedetail</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>Gives a coarse elevation raster, or a relief sketch, the ridges and valleys of real terrain at a pixel size 2 to 16 times finer, and keeps the coarse one.</source>
   <translation>Gibt einem groben Höhenraster oder einer Reliefskizze die Grate und Täler echten Geländes, mit einer 2- bis 16-mal feineren Pixelgröße, und behält das grobe bei.</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>It invents plausible detail, not the true one: use it for visualisation, simulation and training data, never for navigation, engineering or hazard maps of a real place.</source>
   <translation>Es erfindet glaubhafte, nicht die wahren Einzelheiten: verwenden Sie es für Visualisierung, Simulation und Trainingsdaten, nie für Navigation, Ingenieurarbeiten oder Gefahrenkarten eines echten Ortes.</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>SRTM 3 and 1 arc-second, ASTER GDEM, NASADEM, Copernicus DEM, USGS 3DEP, NPI and OS Terrain 50 elevation, 30 to 90 m</source>
   <translation>Höhen von SRTM mit 3 und 1 Bogensekunde, ASTER GDEM, NASADEM, Copernicus DEM, USGS 3DEP, NPI und OS Terrain 50, 30 bis 90 m</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>73 areas on five continents; nine more were kept out for testing</source>
   <translation>73 Gebiete auf fünf Kontinenten; neun weitere wurden zum Testen zurückgehalten</translation>
  </message>
 </context>
</TS>
