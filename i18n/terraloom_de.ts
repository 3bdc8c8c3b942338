<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>Terraloom</name>
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
   <location filename="../processing_provider/diagnostics.py" />
   <location filename="../processing_provider/inputs.py" />
   <source>none</source>
   <translation>keine</translation>
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
   <location filename="../processing_provider/verify.py" />
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../processing_provider/verify.py" />
   <source>no</source>
   <translation>nein</translation>
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
   <source>Looking for a Python to start from</source>
   <translation>Ein passendes Python wird gesucht</translation>
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
   <translation>{width} × {height} px zu {size}, {bytes}, etwa {time}</translation>
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
   <source>Choose a polygon layer that has features.</source>
   <translation>Wählen Sie einen Polygonlayer, der Objekte hat.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>The map shows no place yet. Zoom to the area that you want.</source>
   <translation>Die Karte zeigt noch keinen Ort. Zoomen Sie auf das gewünschte Gebiet.</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>All of the input layer</source>
   <translation>Der ganze Eingabelayer</translation>
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
   <source>Selected ones only</source>
   <translation>Nur gewählte</translation>
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
   <source>'{path}' could not be loaded.</source>
   <translation>'{path}' konnte nicht geladen werden.</translation>
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
   <source>Open land</source>
   <translation>Offenes Land</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Farmland</source>
   <translation>Ackerland</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Forest</source>
   <translation>Wald</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Built-up land</source>
   <translation>Bebautes Land</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Industry and trade</source>
   <translation>Industrie und Gewerbe</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Park and grass</source>
   <translation>Park und Rasen</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Water</source>
   <translation>Wasser</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Path</source>
   <translation>Weg</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Minor road</source>
   <translation>Nebenstraße</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Major road</source>
   <translation>Hauptstraße</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Railway</source>
   <translation>Eisenbahn</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
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
   <location filename="../models/terrain/model.json" />
   <source>Makes a landscape from nothing but an extent and a seed: land and sea, ranges and plains, valleys and shores, the same every time and without seams.</source>
   <translation>Erschafft eine Landschaft aus nichts als einer Ausdehnung und einer Saat: Land und Meer, Gebirge und Ebenen, Täler und Küsten, jedes Mal gleich und ohne Nähte.</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>The landscape is invented: it shows what terrain looks like, not what lies at the place. Its valleys do not yet drain as real ones do, and there is less high mountain than on Earth.</source>
   <translation>Die Landschaft ist erfunden: sie zeigt, wie Gelände aussieht, nicht, was an dem Ort liegt. Ihre Täler entwässern noch nicht wie echte, und es gibt weniger Hochgebirge als auf der Erde.</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Landform</source>
   <translation>Landform</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>What kind of landscape to make. Natural is a world of its own, with seas, plains and ranges.</source>
   <translation>Welche Art von Landschaft entstehen soll. Natürlich ist eine Welt für sich, mit Meeren, Ebenen und Gebirgen.</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Natural: whatever the seed holds at this place</source>
   <translation>Natürlich: was immer die Saat an diesem Ort bereithält</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Alpine: high mountains</source>
   <translation>Alpin: hohe Berge</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Hills: low mountains and hill country</source>
   <translation>Hügel: Mittelgebirge und Hügelland</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Plateau: high land of little relief, cut by valleys</source>
   <translation>Hochebene: hoch gelegenes, flaches Land, von Tälern zerschnitten</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Plain: lowland</source>
   <translation>Ebene: Tiefland</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Coast: land and sea</source>
   <translation>Küste: Land und Meer</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Relief</source>
   <translation>Relief</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>How mountainous: 50 is usual for the landform, every 25 more double the differences in height.</source>
   <translation>Wie gebirgig: 50 ist für die Landform üblich, je 25 mehr verdoppeln die Höhenunterschiede.</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Sea level</source>
   <translation>Meeresspiegel</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Height of the sea's surface. Raising it floods the low land.</source>
   <translation>Höhe der Meeresoberfläche. Ein höherer Wert überflutet das niedrige Land.</translation>
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
   <source>It invents plausible detail, not the true one, and its valleys do not yet drain as real ones do: use it for visualisation, simulation and training data, never for navigation, engineering or hazard maps of a real place.</source>
   <translation>Es erfindet glaubhafte, nicht die wahren Einzelheiten, und seine Täler entwässern noch nicht wie echte: verwenden Sie es für Visualisierung, Simulation und Trainingsdaten, nie für Navigation, Ingenieurarbeiten oder Gefahrenkarten eines echten Ortes.</translation>
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
