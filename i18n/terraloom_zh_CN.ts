<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Terraloom</name>
  <message>
   <location filename="../core/card.py" />
   <source>The pixel range {low} to {high} m is the wrong way round.</source>
   <translation>像元大小范围 {low} 至 {high} m 上下颠倒。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>The native pixel sizes {natives} are not ascending inside {low} to {high} m.</source>
   <translation>原生像元大小 {natives} 未在 {low} 至 {high} m 内递增。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>output band</source>
   <translation>输出波段</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>kept band</source>
   <translation>保留的波段</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Two entries have the same {what} name ({names}).</source>
   <translation>两个条目的{what}名称相同（{names}）。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Band '{band}' has a minimum above its maximum.</source>
   <translation>波段“{band}”的最小值大于最大值。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Stage '{stage}' is steered by '{control}', which is neither a layer nor an earlier stage.</source>
   <translation>阶段“{stage}”由“{control}”控制，但它既不是图层也不是更早的阶段。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Stage '{stage}' has control cells of {factor} px, which do not fit its multiple of {multiple}.</source>
   <translation>阶段“{stage}”的控制单元为 {factor} px，与其倍数 {multiple} 不符。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Stage '{stage}' gives {given} pixel sizes for {native} native ones.</source>
   <translation>阶段“{stage}”为 {native} 个原生像元大小给出了 {given} 个像元大小。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Tile size {tile} px of stage '{stage}' is not a multiple of {multiple}.</source>
   <translation>阶段“{stage}”的瓦片大小 {tile} px 不是 {multiple} 的倍数。</translation>
  </message>
  <message>
   <location filename="../core/card.py" />
   <source>Two stages describe the file '{file}' differently.</source>
   <translation>两个阶段对文件“{file}”的描述不一致。</translation>
  </message>
  <message>
   <location filename="../core/cascade.py" />
   <source>A control cell of stage '{stage}' is {ratio:g} pixels of the stage before; it must be a whole number of them.</source>
   <translation>阶段“{stage}”的一个控制单元等于前一阶段的 {ratio:g} 个像元；必须为整数个。</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <location filename="../core/package.py" />
   <source>It cannot be read: {error}.</source>
   <translation>无法读取：{error}。</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <source>Model '{model}' is already loaded from '{folder}'.</source>
   <translation>模型“{model}”已从“{folder}”加载。</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <location filename="../core/params.py" />
   <location filename="../processing_provider/diagnostics.py" />
   <location filename="../processing_provider/inputs.py" />
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../core/catalog.py" />
   <source>There is no such model. Models found: {names}.</source>
   <translation>没有这样的模型。找到的模型：{names}。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster was made by model '{model}' {version} with weights {weights}</source>
   <translation>该栅格由模型“{model}”{version}（权重 {weights}）生成</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>{claim}, but folder '{folder}' holds model '{model}' {version} with weights {weights}. Give the folder of the model that made it.</source>
   <translation>{claim}，但文件夹“{folder}”中是模型“{model}”{version}（权重 {weights}）。请给出生成它的模型的文件夹。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>{claim}, which is not installed here. Give its folder as the model folder (MODEL), or copy it into the folder of your own models.</source>
   <translation>{claim}，而此处未安装该模型。请将其文件夹作为模型文件夹（MODEL）给出，或复制到自有模型的文件夹中。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>{claim}, but version {version} with weights {weights} is installed. Give the folder of the model that made it as the model folder (MODEL), or install Terraloom {terraloom}.</source>
   <translation>{claim}，但已安装的是版本 {version}（权重 {weights}）。请将生成它的模型的文件夹作为模型文件夹（MODEL）给出，或安装 Terraloom {terraloom}。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>in the version that made it</source>
   <translation>（生成它的版本）</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster has {width} x {height} pixels, but its tags say {told_width} x {told_height}. It was cropped or resampled.</source>
   <translation>该栅格有 {width} x {height} 个像元，但其标签为 {told_width} x {told_height}。它被裁剪或重采样过。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster's north-west corner lies at {x}, {y}, but its tags say {told_x}, {told_y}. It was moved.</source>
   <translation>该栅格的西北角位于 {x}, {y}，但其标签为 {told_x}, {told_y}。它被移动过。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>The raster was made from '{name}', which does not lie beside it. Give that layer as the source.</source>
   <translation>该栅格由“{name}”生成，而该文件不在其旁边。请将该图层作为来源给出。</translation>
  </message>
  <message>
   <location filename="../core/claims.py" />
   <source>'{name}' is not the raster this output was made from, or it has changed since. Give the original one as the source.</source>
   <translation>“{name}”不是生成此输出所用的栅格，或此后已更改。请将原始栅格作为来源给出。</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>Reinstall it</source>
   <translation>请在其中重新安装</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>Install it</source>
   <translation>请在其中安装</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>{lack} {install} there, for example with 'pip install torch safetensors', and restart QGIS; the README gives the steps for each system.</source>
   <translation>{lack}{install}，例如使用“pip install torch safetensors”，然后重启 QGIS；README 中有各系统的步骤。</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>The package safetensors</source>
   <translation>safetensors 包</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>{package} is not installed in the Python that QGIS uses.</source>
   <translation>QGIS 所用的 Python 中未安装{package}。</translation>
  </message>
  <message>
   <location filename="../core/engine.py" />
   <source>PyTorch is installed in the Python that QGIS uses but cannot be loaded ({error}).</source>
   <translation>QGIS 所用的 Python 中已安装 PyTorch，但无法加载（{error}）。</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Model folder '{folder}' cannot be used: {reason}</source>
   <translation>无法使用模型文件夹“{folder}”：{reason}</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Raster '{path}': {reason}</source>
   <translation>栅格“{path}”：{reason}</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>The output needs about {needed}, but only {free} are free in '{folder}'. Free some space, choose another folder, a smaller extent or a larger pixel size.</source>
   <translation>输出约需 {needed}，但“{folder}”中仅剩 {free}。请释放空间，或选择其他文件夹、较小的范围或较大的像元大小。</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Device '{device}': {reason}</source>
   <translation>设备“{device}”：{reason}</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>The memory of this computer ran out while {work} ({reason}). Close other programs, then run the job again.</source>
   <translation>此计算机的内存不足（{work}：{reason}）。请关闭其他程序，然后重新运行任务。</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>Device '{device}' ran out of memory while {work} ({reason}). Close other programs that use it, or choose the device 'cpu'. Nothing smaller is tried, as it would give other pixels.</source>
   <translation>设备“{device}”的内存不足（{work}：{reason}）。请关闭使用它的其他程序，或选择设备“cpu”。不会改用更小的计算，因为那会得到不同的像元。</translation>
  </message>
  <message>
   <location filename="../core/errors.py" />
   <source>The job was cancelled.</source>
   <translation>任务已取消。</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>{pixels} pixels, about {disk} on disk (and {temporary} while it is made), {memory} of memory, about {time}</source>
   <translation>{pixels} 个像元，磁盘约 {disk}（生成时另需 {temporary}），内存 {memory}，约 {time}</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <location filename="../core/task.py" />
   <source>The extent covers no pixel. Give a larger one.</source>
   <translation>该范围不包含任何像元。请给出更大的范围。</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>The extent has {width:,} x {height:,} = {pixels} pixels of size {pixel_size:g}; the limit is {limit}. Check that the pixel size is in units of the CRS ({unit}), or choose a smaller extent.</source>
   <translation>该范围有 {width:,} x {height:,} = {pixels} 个大小为 {pixel_size:g} 的像元；上限为 {limit}。请检查像元大小是否采用 CRS 的单位（{unit}），或选择较小的范围。</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>The disk of '{folder}' cannot be reached ({error}). Choose another output folder.</source>
   <translation>无法访问“{folder}”所在的磁盘（{error}）。请选择其他输出文件夹。</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>If the output packs badly it needs {worst} while it is made, but only {free} are free.</source>
   <translation>如果输出压缩效果不佳，生成时需要 {worst}，但仅剩 {free}。</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>degrees</source>
   <translation>度</translation>
  </message>
  <message>
   <location filename="../core/estimate.py" />
   <source>{metres:g} m each</source>
   <translation>每单位 {metres:g} m</translation>
  </message>
  <message>
   <location filename="../core/execution.py" />
   <source>Loading model '{model}'</source>
   <translation>正在加载模型“{model}”</translation>
  </message>
  <message>
   <location filename="../core/execution.py" />
   <source>Generating</source>
   <translation>正在生成</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>The raster covers the extent {extent} already. Choose an extent that reaches beyond it.</source>
   <translation>该栅格已覆盖范围 {extent}。请选择超出它的范围。</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <location filename="../core/jobs.py" />
   <source>Finishing the file</source>
   <translation>正在完成文件</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>Copying what exists</source>
   <translation>正在复制已有部分</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>Along the old edge, old and new pixels differ by up to {gap:.3g}, which is what another device may change.</source>
   <translation>沿旧边缘，新旧像元最多相差 {gap:.3g}，这是更换设备可能造成的差异。</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <source>The raster is not what its tags say: along its edge it differs from them by up to {gap:.3g}, so that new pixels would not fit. Use the raster as it was made, or generate the larger extent anew.</source>
   <translation>该栅格与其标签不符：其边缘最多相差 {gap:.3g}，因此新像元无法衔接。请使用原始生成的栅格，或重新生成较大的范围。</translation>
  </message>
  <message>
   <location filename="../core/extension.py" />
   <location filename="../core/jobs.py" />
   <source>The output '{output}' is the input itself. Choose another output file.</source>
   <translation>输出“{output}”就是输入本身。请选择其他输出文件。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The extent {extent} is not finite. Zoom to the area you want, or to a layer, and set the extent again.</source>
   <translation>范围 {extent} 不是有限的。请缩放到所需区域或某个图层，然后重新设置范围。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The extent {extent} has no area. Give a west edge smaller than the east edge and a south edge smaller than the north edge.</source>
   <translation>范围 {extent} 没有面积。西边界须小于东边界，南边界须小于北边界。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>Pixel size {pixel_size} is not a positive number. Give the pixel size in units of the CRS, for example 30 in a CRS in metres.</source>
   <translation>像元大小 {pixel_size} 不是正数。请以 CRS 的单位给出像元大小，例如在以米为单位的 CRS 中为 30。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster starts {pixels} pixels from the origin of its CRS, which is too far. Check its CRS and pixel size.</source>
   <translation>该栅格起点距其 CRS 原点 {pixels} 个像元，距离过远。请检查其 CRS 和像元大小。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>With pixel size {pixel_size} the extent {extent} reaches {pixels:.3g} pixels from the origin of the CRS; the limit is {limit:,}. Give a larger pixel size, and check that extent and pixel size are in the same units.</source>
   <translation>像元大小为 {pixel_size} 时，范围 {extent} 距 CRS 原点达 {pixels:.3g} 个像元；上限为 {limit:,}。请给出更大的像元大小，并检查范围与像元大小的单位是否一致。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster's geotransform {geotransform} is not valid. Assign it a position first.</source>
   <translation>该栅格的地理变换 {geotransform} 无效。请先为其指定位置。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster has no pixels.</source>
   <translation>该栅格没有像元。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster has no position on the ground. Georeference it first.</source>
   <translation>该栅格没有地面位置。请先进行地理配准。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster is rotated or sheared. Run 'Warp (reproject)' on it first.</source>
   <translation>该栅格经过旋转或错切。请先对其运行“变形 (重投影)”。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster is stored upside down or mirrored (its first row is not the northernmost or its first column not the westernmost). Run 'Warp (reproject)' on it first.</source>
   <translation>该栅格以上下颠倒或镜像方式存储（第一行不是最北，或第一列不是最西）。请先对其运行“变形 (重投影)”。</translation>
  </message>
  <message>
   <location filename="../core/grid.py" />
   <source>The raster's pixels are not square ({dx} by {dy}). Run 'Warp (reproject)' on it first, with one output resolution for both directions.</source>
   <translation>该栅格的像元不是正方形（{dx} 乘 {dy}）。请先对其运行“变形 (重投影)”，两个方向使用相同的输出分辨率。</translation>
  </message>
  <message>
   <location filename="../core/guided.py" />
   <source>Cells of {cell:g} m do not fit pixels of {pixel:g} m.</source>
   <translation>{cell:g} m 的单元与 {pixel:g} m 的像元不匹配。</translation>
  </message>
  <message>
   <location filename="../core/inference/climate.py" />
   <location filename="../core/inference/terrain.py" />
   <source>The card gives stage '{stage}' a wrong halo.</source>
   <translation>模型卡为阶段“{stage}”给出了错误的边缘宽度。</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>This computer has: {available}. {hint}</source>
   <translation>此计算机具有：{available}。{hint}</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>It does not compute ({problem}). Update its driver, or choose another of: {available}.</source>
   <translation>它无法计算（{problem}）。请更新其驱动程序，或选择其他设备：{available}。</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>Device '{device}' is not used, as it does not compute ({problem}). Update its driver; until then models run on '{other}'.</source>
   <translation>未使用设备“{device}”，因为它无法计算（{problem}）。请更新其驱动程序；在此之前模型在“{other}”上运行。</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>No device of this computer computes ({problems}). Set up PyTorch again.</source>
   <translation>此计算机没有可计算的设备（{problems}）。请重新安装 PyTorch。</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>This PyTorch is the build without NVIDIA's CUDA; another build can be set up in Settings &gt; Options &gt; Terraloom.</source>
   <translation>此 PyTorch 是不含 NVIDIA CUDA 的构建；可在“设置 &gt; 选项 &gt; Terraloom”中安装其他构建。</translation>
  </message>
  <message>
   <location filename="../core/inference/devices.py" />
   <source>Choose one of these, or 'auto'.</source>
   <translation>请选择其中之一，或“auto”。</translation>
  </message>
  <message>
   <location filename="../core/inference/memory.py" />
   <source>Device '{device}' ran out of memory while {work}; what was kept in reserve was given back, and the work went on. Close other programs that use it if the job is slow.</source>
   <translation>设备“{device}”的内存不足（{work}）；已释放保留的内存并继续工作。如果任务缓慢，请关闭使用它的其他程序。</translation>
  </message>
  <message>
   <location filename="../core/inference/open_model.py" />
   <location filename="../core/worker/client.py" />
   <source>loading model '{model}'</source>
   <translation>加载模型“{model}”</translation>
  </message>
  <message>
   <location filename="../core/inference/open_model.py" />
   <source>computing a tile of stage '{stage}'</source>
   <translation>计算阶段“{stage}”的瓦片</translation>
  </message>
  <message>
   <location filename="../core/inference/open_model.py" />
   <source>Stage '{stage}' cannot be built: {error}</source>
   <translation>无法构建阶段“{stage}”：{error}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>it is nested too deeply</source>
   <translation>嵌套过深</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>the card</source>
   <translation>模型卡</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} must be of type {type}</source>
   <translation>{where} 必须为 {type} 类型</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} must be {constant!r}</source>
   <translation>{where} 必须为 {constant!r}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, not one of {allowed}</source>
   <translation>{where} 为 {value}，不在 {allowed} 之中</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} must not be empty</source>
   <translation>{where} 不能为空</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is longer than {limit} characters</source>
   <translation>{where} 超过 {limit} 个字符</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, which does not match {pattern}</source>
   <translation>{where} 为 {value}，与 {pattern} 不匹配</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, below {limit}</source>
   <translation>{where} 为 {value}，小于 {limit}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, but must be above {limit}</source>
   <translation>{where} 为 {value}，但必须大于 {limit}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} is {value}, above {limit}</source>
   <translation>{where} 为 {value}，大于 {limit}</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} needs at least {limit} entries</source>
   <translation>{where} 至少需要 {limit} 个条目</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} has more than {limit} entries</source>
   <translation>{where} 的条目多于 {limit} 个</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} has an entry twice</source>
   <translation>{where} 有重复的条目</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} lacks '{key}'</source>
   <translation>{where} 缺少“{key}”</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>the name '{name}'</source>
   <translation>名称“{name}”</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{where} has the unknown entry '{key}'</source>
   <translation>{where} 有未知条目“{key}”</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source> or </source>
   <translation> 或 </translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{name} is not a JSON number</source>
   <translation>{name} 不是 JSON 数字</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>{text} is too large a number</source>
   <translation>{text} 数值过大</translation>
  </message>
  <message>
   <location filename="../core/json_schema.py" />
   <source>'{key}' appears twice in one object</source>
   <translation>“{key}”在同一对象中出现两次</translation>
  </message>
  <message>
   <location filename="../core/kept_stage.py" />
   <source>Model '{model}' has no stage that gives '{name}'.</source>
   <translation>模型“{model}”没有给出“{name}”的阶段。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>There is a model '{model}' among your own already.</source>
   <translation>自有模型中已有“{model}”。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It is not one of your own models, so it stays.</source>
   <translation>它不是自有模型，因此保留。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It could not be removed: {error}.</source>
   <translation>无法删除：{error}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It could not be imported: {reason}.</source>
   <translation>无法导入：{reason}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>Its id '{id}' is that of a model or an algorithm of Terraloom itself. Change the id in {card}.</source>
   <translation>其 ID“{id}”属于 Terraloom 自身的模型或算法。请在 {card} 中更改 ID。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It could not be exported to '{target}': {error}.</source>
   <translation>无法导出到“{target}”：{error}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>'{name}' has {size}; such a file has at most {limit}.</source>
   <translation>“{name}”大小为 {size}；此类文件最大为 {limit}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>It is neither a folder nor a zip file.</source>
   <translation>它既不是文件夹也不是 zip 文件。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip has {count} files; a model has a few.</source>
   <translation>该 zip 含有 {count} 个文件；一个模型只有少量文件。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip's entry '{entry}' leads out of its folder.</source>
   <translation>zip 条目“{entry}”指向其文件夹之外。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip's entry '{entry}' is a link, not a file.</source>
   <translation>zip 条目“{entry}”是链接而不是文件。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip is encrypted. Unpack it, and import the folder.</source>
   <translation>该 zip 已加密。请解压后导入文件夹。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip unpacks to {size}; a model has at most {limit}.</source>
   <translation>该 zip 解压后为 {size}；模型最大为 {limit}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../processing_provider/verify.py" />
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>more than one</source>
   <translation>多个</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>The zip has {found} {card}; it must hold one model.</source>
   <translation>该 zip 中有{found} {card}；它必须恰好包含一个模型。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>'{entry}' is larger than the zip says.</source>
   <translation>“{entry}”比 zip 中声明的更大。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <location filename="../core/package.py" />
   <source>It has no {card}.</source>
   <translation>其中没有 {card}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <location filename="../core/package.py" />
   <source>{card} is not valid JSON: {error}.</source>
   <translation>{card} 不是有效的 JSON：{error}。</translation>
  </message>
  <message>
   <location filename="../core/model_store.py" />
   <source>{card} has no proper id: small letters, digits and underscores, at most 64.</source>
   <translation>{card} 没有合规的 ID：小写字母、数字和下划线，最多 64 个字符。</translation>
  </message>
  <message>
   <location filename="../core/nets/footprints.py" />
   <source>A network of buildings has three levels.</source>
   <translation>建筑网络有三个层级。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument '{name}' must be a list of whole numbers.</source>
   <translation>参数“{name}”必须是整数列表。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument '{name}' must have 1 to {limit} values.</source>
   <translation>参数“{name}”必须有 1 至 {limit} 个值。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Value {value!r} of argument '{name}' is no whole number between {lowest} and {highest}.</source>
   <translation>参数“{name}”的值 {value!r} 不是 {lowest} 与 {highest} 之间的整数。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Arguments 'widths', 'blocks', 'noise' and 'sides' differ in length.</source>
   <translation>参数“widths”、“blocks”、“noise”和“sides”的长度不一致。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Values of argument 'sides' can only be 0 or {channels}.</source>
   <translation>参数“sides”的值只能是 0 或 {channels}。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument 'latent' must be a whole number between 0 and {limit}.</source>
   <translation>参数“latent”必须是 0 与 {limit} 之间的整数。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument '{name}' must have {count} values.</source>
   <translation>参数“{name}”必须有 {count} 个值。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Argument 'palettes' must be between 1 and {limit}.</source>
   <translation>参数“palettes”必须在 1 与 {limit} 之间。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Network '{network}' is not known; known are {known}.</source>
   <translation>未知网络“{network}”；已知的有 {known}。</translation>
  </message>
  <message>
   <location filename="../core/nets/registry.py" />
   <source>Network '{network}' needs the argument {argument}.</source>
   <translation>网络“{network}”需要参数 {argument}。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>It exists already. Choose another id, or delete the folder first.</source>
   <translation>已存在。请选择其他 ID，或先删除该文件夹。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>It could not be written: {error}.</source>
   <translation>无法写入：{error}。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>The style file '{style}' that the card names is missing.</source>
   <translation>缺少模型卡中指定的样式文件“{style}”。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>Its card has schema {schema}, made for a newer Terraloom; this one reads schema {newest}. Update the plugin.</source>
   <translation>其模型卡采用模式 {schema}，适用于更新的 Terraloom；当前版本可读取模式 {newest}。请更新插件。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} does not fit the schema: {problems}.</source>
   <translation>{card} 不符合模式：{problems}。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} contradicts itself. {problem}</source>
   <translation>{card} 自相矛盾。{problem}</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>The folder is named '{folder}', but its card has the id '{id}'. Rename the folder to '{id}'.</source>
   <translation>文件夹名为“{folder}”，但其模型卡的 ID 为“{id}”。请将文件夹重命名为“{id}”。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} has {size}; a card has at most {limit}.</source>
   <translation>{card} 大小为 {size}；模型卡最大为 {limit}。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>{card} is not a JSON object.</source>
   <translation>{card} 不是 JSON 对象。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>The weights file '{file}' of stage '{stage}' is missing.</source>
   <translation>缺少阶段“{stage}”的权重文件“{file}”。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{file}' has {size}; weights have at most {limit}.</source>
   <translation>“{file}”大小为 {size}；权重最大为 {limit}。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{file}' has {size} bytes, but the card says {bytes}: the file was cut short or replaced. Copy the model folder again.</source>
   <translation>“{file}”有 {size} 字节，但模型卡中为 {bytes}：文件被截断或替换。请重新复制模型文件夹。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{file}' does not have the SHA-256 that the card gives: the file is damaged or was replaced. Copy the model folder again.</source>
   <translation>“{file}”的 SHA-256 与模型卡中的不符：文件已损坏或被替换。请重新复制模型文件夹。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>No weights were given for '{file}' of stage '{stage}'.</source>
   <translation>未给出阶段“{stage}”的“{file}”的权重。</translation>
  </message>
  <message>
   <location filename="../core/package.py" />
   <source>'{name}' is not a plain file name.</source>
   <translation>“{name}”不是普通的文件名。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>Parameter '{name}' {reason}</source>
   <translation>参数“{name}”{reason}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>between {low} and {high}{unit}</source>
   <translation>介于 {low} 与 {high}{unit} 之间</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{low}{unit} or more</source>
   <translation>{low}{unit} 或更大</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{high}{unit} or less</source>
   <translation>{high}{unit} 或更小</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has the unknown kind '{kind}'; use one of {known}.</source>
   <translation>的类型“{kind}”未知；请使用 {known} 之一。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>needs options if, and only if, its kind is enum.</source>
   <translation>当且仅当类型为 enum 时需要选项。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has the same option twice.</source>
   <translation>有重复的选项。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has limits, which kind {kind} does not take.</source>
   <translation>有界限，而类型 {kind} 不接受界限。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has a limit that is not finite.</source>
   <translation>有一个非有限的界限。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has a minimum above its maximum.</source>
   <translation>的最小值大于最大值。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>has a default that it would refuse: {reason}</source>
   <translation>的默认值会被其自身拒绝：{reason}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{name} is {value!r}; give {wanted}.</source>
   <translation>{name} 为 {value!r}；应为{wanted}。</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>true or false</source>
   <translation>true 或 false</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>one of {values}</source>
   <translation>{values} 之一</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>a whole number</source>
   <translation>整数</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>a number</source>
   <translation>数字</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>{wanted} {limits}</source>
   <translation>{wanted}，{limits}</translation>
  </message>
  <message>
   <location filename="../core/params.py" />
   <source>'{name}' is not a parameter of this model; it has: {names}.</source>
   <translation>“{name}”不是此模型的参数；它有：{names}。</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>Only the unchanged output of a Terraloom algorithm can be checked or made again.</source>
   <translation>只有 Terraloom 算法未经更改的输出才能被验证或重新生成。</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>This raster carries no Terraloom tags. {remedy}</source>
   <translation>此栅格没有 Terraloom 标签。{remedy}</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>The raster's tag {name} {problem}. {remedy}</source>
   <translation>该栅格的标签 {name} {problem}。{remedy}</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is missing</source>
   <translation>缺失</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not valid JSON: '{text}'</source>
   <translation>不是有效的 JSON：“{text}”</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not a whole number: '{text}'</source>
   <translation>不是整数：“{text}”</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no plain value for '{key}'</source>
   <translation>中“{key}”没有普通值</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not a list</source>
   <translation>不是列表</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>does not name every input with its hash</source>
   <translation>未列出每个输入及其哈希值</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no pairs of value and class</source>
   <translation>没有值与类别的对应关系</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>is not a JSON object</source>
   <translation>不是 JSON 对象</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no text '{key}'</source>
   <translation>没有文本“{key}”</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no number '{key}'</source>
   <translation>没有数字“{key}”</translation>
  </message>
  <message>
   <location filename="../core/provenance.py" />
   <source>has no four whole numbers '{key}'</source>
   <translation>没有四个整数“{key}”</translation>
  </message>
  <message>
   <location filename="../core/raster/crs.py" />
   <source>CRS '{crs}' counts its angles in {unit}, not in degrees. Choose a CRS in degrees, such as EPSG:4326, or a projected CRS.</source>
   <translation>CRS“{crs}”的角度单位为 {unit}，而不是度。请选择以度为单位的 CRS（如 EPSG:4326）或投影 CRS。</translation>
  </message>
  <message>
   <location filename="../core/raster/crs.py" />
   <source>CRS '{crs}' is neither geographic nor projected, so its pixels have no size on the ground. Choose a projected CRS, such as the UTM zone of the area.</source>
   <translation>CRS“{crs}”既不是地理坐标系也不是投影坐标系，因此其像元没有地面大小。请选择投影 CRS，例如该区域的 UTM 分带。</translation>
  </message>
  <message>
   <location filename="../core/raster/crs.py" />
   <source>CRS '{crs}' is not known{reason}. Choose one from QGIS's list, for example EPSG:3857, or give its WKT.</source>
   <translation>未知的 CRS“{crs}”{reason}。请从 QGIS 的列表中选择，例如 EPSG:3857，或给出其 WKT。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Format {format} ('{suffix}') cannot hold {type} pixels. Give the output a name that ends in '.tif'.</source>
   <translation>格式 {format}（“{suffix}”）无法存储 {type} 类型的像元。请为输出指定以“.tif”结尾的名称。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {option} would resample the result. Leave it out and run 'Warp (reproject)' on the output instead.</source>
   <translation>创建选项 {option} 会对结果重采样。请省略它，改为对输出运行“变形 (重投影)”。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option '{option}' is not of the form NAME=VALUE, for example COMPRESS=DEFLATE.</source>
   <translation>创建选项“{option}”不是 NAME=VALUE 的形式，例如 COMPRESS=DEFLATE。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {name} is given twice. Give it once.</source>
   <translation>创建选项 {name} 给出了两次。请只给一次。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source> Did you mean {name}?</source>
   <translation> 是否指 {name}？</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source> Remove it, or correct its name.</source>
   <translation> 请删除它，或更正其名称。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {options} is not known to GDAL driver {drivers}.{hint}</source>
   <translation>GDAL 驱动程序 {drivers} 不认识创建选项 {options}。{hint}</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {options} has a value that GDAL driver {drivers} does not take. Choose a value from the driver's documentation.</source>
   <translation>GDAL 驱动程序 {drivers} 不接受创建选项 {options} 的值。请从驱动程序文档中选择一个值。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>Creation option {options} exists only in a cloud optimised GeoTIFF, and the others only in a plain one. Remove one kind.</source>
   <translation>创建选项 {options} 仅存在于云优化 GeoTIFF 中，其他选项仅存在于普通 GeoTIFF 中。请删除其中一类。</translation>
  </message>
  <message>
   <location filename="../core/raster/drivers.py" />
   <source>No raster format for '{name}' can be written. Give the output a name that ends in '.tif'.</source>
   <translation>无法为“{name}”写入任何栅格格式。请为输出指定以“.tif”结尾的名称。</translation>
  </message>
  <message>
   <location filename="../core/raster/gdal_calls.py" />
   <source>no reason</source>
   <translation>未给出原因</translation>
  </message>
  <message>
   <location filename="../core/raster/map_picture.py" />
   <location filename="../core/raster/mbtiles.py" />
   <source>It has no colour table. Use a raster of map classes.</source>
   <translation>它没有颜色表。请使用地图类别栅格。</translation>
  </message>
  <message>
   <location filename="../core/raster/map_picture.py" />
   <location filename="../core/raster/mbtiles.py" />
   <source>It cannot be written ({failure}).</source>
   <translation>无法写入（{failure}）。</translation>
  </message>
  <message>
   <location filename="../core/raster/mbtiles.py" />
   <source>The coarsest zoom level, {coarsest}, is finer than the finest, {finest}.</source>
   <translation>最粗的缩放级别 {coarsest} 比最细的 {finest} 更细。</translation>
  </message>
  <message>
   <location filename="../core/raster/mbtiles.py" />
   <source>{problem} Give a smaller one.</source>
   <translation>{problem}请给出更小的值。</translation>
  </message>
  <message>
   <location filename="../core/raster/mbtiles.py" />
   <source>It cannot be written.</source>
   <translation>无法写入。</translation>
  </message>
  <message>
   <location filename="../core/raster/on_plane.py" />
   <source>It cannot be read ({failure}).</source>
   <translation>无法读取（{failure}）。</translation>
  </message>
  <message>
   <location filename="../core/raster/on_plane.py" />
   <location filename="../core/raster/reader.py" />
   <source>It is closed already.</source>
   <translation>已关闭。</translation>
  </message>
  <message>
   <location filename="../core/raster/on_plane.py" />
   <source>It cannot be brought to the CRS of the result ({failure}).</source>
   <translation>无法转换到结果的 CRS（{failure}）。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It has no band {band}, only bands 1 to {count}.</source>
   <translation>没有波段 {band}，只有波段 1 至 {count}。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>Band {band} holds complex numbers. Choose a real band.</source>
   <translation>波段 {band} 为复数。请选择实数波段。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It has no coordinate reference system. Run 'Assign projection' on it first.</source>
   <translation>它没有坐标参考系。请先对其运行“指定投影”。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It has no position on the ground. Georeference it first.</source>
   <translation>它没有地面位置。请先进行地理配准。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>It cannot be opened{reason}. Check that it exists and is a raster QGIS can show.</source>
   <translation>无法打开{reason}。请检查它是否存在，以及是否为 QGIS 可显示的栅格。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>Rows {first_row} to {last_row}, columns {first_column} to {last_column} cannot be read ({failure}). The file may be damaged or out of reach.</source>
   <translation>无法读取第 {first_row} 至 {last_row} 行、第 {first_column} 至 {last_column} 列（{failure}）。文件可能已损坏或无法访问。</translation>
  </message>
  <message>
   <location filename="../core/raster/reader.py" />
   <source>File '{path}' cannot be read ({error}).</source>
   <translation>无法读取文件“{path}”（{error}）。</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>is a folder. Give the name of a file in it.</source>
   <translation>是文件夹。请给出其中的文件名。</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>cannot be written: there is no folder '{folder}'. Create it, or choose another.</source>
   <translation>无法写入：没有文件夹“{folder}”。请创建它，或选择其他文件夹。</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>cannot be written: folder '{folder}' is write-protected. Choose another.</source>
   <translation>无法写入：文件夹“{folder}”为只读。请选择其他文件夹。</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>is write-protected. Choose another name, or remove the protection.</source>
   <translation>为只读。请选择其他名称，或取消保护。</translation>
  </message>
  <message>
   <location filename="../core/raster/temporary.py" />
   <source>Output '{path}' {problem}</source>
   <translation>输出“{path}”{problem}</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>GDAL gave no reason</source>
   <translation>GDAL 未给出原因</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>GDAL cannot open what it wrote</source>
   <translation>GDAL 无法打开它所写的内容</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>It cannot be replaced: another program holds it open. Close it there.</source>
   <translation>无法替换：另一个程序正在使用它。请在该程序中将其关闭。</translation>
  </message>
  <message>
   <location filename="../core/raster/writer.py" />
   <source>It could not be written ({failure}).</source>
   <translation>无法写入（{failure}）。</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>Pixel size {size} degrees ({ground:.4g} m at the equator) is not native to this model; generated at {level} m and resampled.</source>
   <translation>像元大小 {size} 度（赤道处 {ground:.4g} m）不是此模型的原生大小；以 {level} m 生成后重采样。</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>units ({ground:.4g} m)</source>
   <translation>单位（{ground:.4g} m）</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>Pixel size {size} {unit} is not native to this model; generated at {level} m and resampled.</source>
   <translation>像元大小 {size} {unit} 不是此模型的原生大小；以 {level} m 生成后重采样。</translation>
  </message>
  <message>
   <location filename="../core/resample.py" />
   <source>The extent reaches from latitude {south} to {north}; degrees work between -{limit:g} and {limit:g}. For the poles choose a polar CRS in metres, such as EPSG:3413 or EPSG:3031.</source>
   <translation>该范围从纬度 {south} 到 {north}；以度为单位时仅支持 -{limit:g} 至 {limit:g}。极区请选择以米为单位的极地 CRS，例如 EPSG:3413 或 EPSG:3031。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' is too short to be a safetensors file.</source>
   <translation>“{name}”太短，不是 safetensors 文件。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' is not a safetensors file, or was cut short: its header claims {length} bytes.</source>
   <translation>“{name}”不是 safetensors 文件或被截断：其文件头声明为 {length} 字节。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' is not a safetensors file: its header is not JSON.</source>
   <translation>“{name}”不是 safetensors 文件：其文件头不是 JSON。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>The header of '{name}' is not valid JSON: {error}.</source>
   <translation>“{name}”的文件头不是有效的 JSON：{error}。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>The metadata of '{name}' is not a mapping of texts.</source>
   <translation>“{name}”的元数据不是文本映射。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>The tensors of '{name}' overlap or leave gaps in the file.</source>
   <translation>“{name}”的张量在文件中重叠或留有空隙。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>'{name}' holds {bytes} bytes of tensors, but its header describes {described}.</source>
   <translation>“{name}”含有 {bytes} 字节的张量，但其文件头描述为 {described}。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' lacks its dtype, shape or offsets.</source>
   <translation>“{name}”中的张量“{tensor}”缺少类型、形状或偏移。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' has the unknown type {type!r}.</source>
   <translation>“{name}”中的张量“{tensor}”类型 {type!r} 未知。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' has an invalid shape or invalid offsets.</source>
   <translation>“{name}”中的张量“{tensor}”形状或偏移无效。</translation>
  </message>
  <message>
   <location filename="../core/safetensors_header.py" />
   <source>Tensor '{tensor}' in '{name}' does not have the size of its shape.</source>
   <translation>“{name}”中的张量“{tensor}”大小与其形状不符。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Model '{model}' takes no layer '{layer}'. Leave it out.</source>
   <translation>模型“{model}”不接受图层“{layer}”。请省略它。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Layer '{layer}' is missing. Choose one.</source>
   <translation>缺少图层“{layer}”。请选择一个。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source> is {metres} m on the ground, which</source>
   <translation> （地面上为 {metres} m）</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Pixel size {pixel_size} {unit}{on_ground} is outside the range of model '{model}': {low} to {high} m. In this CRS, give for example {example:.6g} {unit}.</source>
   <translation>像元大小 {pixel_size} {unit}{on_ground} 超出模型“{model}”的范围：{low} 至 {high} m。在此 CRS 中例如可给出 {example:.6g} {unit}。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Scale {scale} is not possible. Use one of {known}.</source>
   <translation>倍数 {scale} 不可用。请使用 {known} 之一。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>Fidelity {fidelity:g} % is not between 0 and 100.</source>
   <translation>保真度 {fidelity:g} % 不在 0 与 100 之间。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>The output's pixels are {size} m wide; this model was trained for {low} to {high} m, so expect less natural detail. Choose another scale, or resample the input first.</source>
   <translation>输出像元宽 {size} m；此模型针对 {low} 至 {high} m 训练，细节可能不够自然。请选择其他倍数，或先对输入重采样。</translation>
  </message>
  <message>
   <location filename="../core/task.py" />
   <source>The extent {extent} does not meet the input layer. Choose an extent inside the layer, or leave it empty to use all of it.</source>
   <translation>范围 {extent} 与输入图层不相交。请选择图层内的范围，或留空以使用整个图层。</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>an unknown time</source>
   <translation>未知时间</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 second</source>
   <translation>1 秒</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} seconds</source>
   <translation>{count} 秒</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 minute</source>
   <translation>1 分钟</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} minutes</source>
   <translation>{count} 分钟</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 hour</source>
   <translation>1 小时</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} hours</source>
   <translation>{count} 小时</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>1 day</source>
   <translation>1 天</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} days</source>
   <translation>{count} 天</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>less than a second</source>
   <translation>不到一秒</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} million</source>
   <translation>{count} 百万</translation>
  </message>
  <message>
   <location filename="../core/units.py" />
   <source>{count} billion</source>
   <translation>{count} 十亿</translation>
  </message>
  <message>
   <location filename="../core/verification.py" />
   <source>Every pixel is what the tags say.</source>
   <translation>每个像元都与标签相符。</translation>
  </message>
  <message>
   <location filename="../core/verification.py" />
   <source>{share:.4%} of the pixels are identical; the rest differ by at most {gap:.3g}, which is what another device may change.</source>
   <translation>{share:.4%} 的像元相同；其余最多相差 {gap:.3g}，这是更换设备可能造成的差异。</translation>
  </message>
  <message>
   <location filename="../core/verification.py" />
   <source>The raster is not what its tags say: {share:.4%} of the pixels differ, by up to {gap:.3g}.</source>
   <translation>该栅格与其标签不符：{share:.4%} 的像元有差异，最多相差 {gap:.3g}。</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>Left out: {sentence}</source>
   <translation>已跳过：{sentence}</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>Install Python 3.12 from python.org, then try again or name it as the base.</source>
   <translation>请从 python.org 安装 Python 3.12，然后重试，或将其指定为基础。</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>Install Python 3.9 or newer with its venv module (on Debian and Ubuntu: 'sudo apt install python3-venv'), then try again.</source>
   <translation>请安装带 venv 模块的 Python 3.9 或更高版本（Debian 和 Ubuntu 上：“sudo apt install python3-venv”），然后重试。</translation>
  </message>
  <message>
   <location filename="../core/worker/base_choice.py" />
   <source>No Python was found that an environment can be made from.{why} {advice}</source>
   <translation>未找到可用于创建环境的 Python。{why} {advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/build_choice.py" />
   <source>{problem} The build '{build}' works on every computer.</source>
   <translation>{problem}构建“{build}”可在任何计算机上运行。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{title}: download about {download}, on disk about {disk}</source>
   <translation>{title}：下载约 {download}，磁盘约 {disk}</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>CPU and Apple GPU</source>
   <translation>CPU 和 Apple GPU</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>There is no build '{build}' of PyTorch for {target}. Choose one of: {known}.</source>
   <translation>没有适用于 {target} 的 PyTorch 构建“{build}”。请选择：{known}。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{gpu} has driver {driver}, and {build} needs {needed} or newer. Update the NVIDIA driver.</source>
   <translation>{gpu} 的驱动程序为 {driver}，而 {build} 需要 {needed} 或更高版本。请更新 NVIDIA 驱动程序。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{gpu} (compute capability {capability}) is too old for {build}, which needs {needed} or newer.</source>
   <translation>{gpu}（计算能力 {capability}）对 {build} 来说过旧，需要 {needed} 或更高。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>{gpu} (compute capability {capability}) is too new for {build}.</source>
   <translation>{gpu}（计算能力 {capability}）对 {build} 来说过新。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>There are no PyTorch builds with CUDA for {target}.</source>
   <translation>没有适用于 {target} 的 CUDA 版 PyTorch。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>No NVIDIA card answers: nvidia-smi is missing or lists none. Where there is one, install NVIDIA's driver.</source>
   <translation>没有 NVIDIA 显卡响应：nvidia-smi 缺失或未列出显卡。如果有显卡，请安装 NVIDIA 的驱动程序。</translation>
  </message>
  <message>
   <location filename="../core/worker/builds.py" />
   <source>For {cards}. {build}.</source>
   <translation>适用于 {cards}。{build}。</translation>
  </message>
  <message>
   <location filename="../core/worker/child_process.py" />
   <source>'{program}' could not be started: {reason}.</source>
   <translation>无法启动“{program}”：{reason}。</translation>
  </message>
  <message>
   <location filename="../core/worker/child_process.py" />
   <source>'{program}' did nothing for {time} and was ended. Check the connection to the internet, the proxy and the virus scanner, and try again; what was downloaded is kept.</source>
   <translation>“{program}”在 {time} 内没有动静，已被终止。请检查互联网连接、代理和杀毒软件后重试；已下载的内容会保留。</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>There is no such file</source>
   <translation>没有该文件</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>testing the devices</source>
   <translation>测试设备</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>The worker did not say what it is. Run the job again.</source>
   <translation>工作进程未说明自身信息。请重新运行任务。</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>computing a tile of '{model}' on {device}</source>
   <translation>在 {device} 上计算“{model}”的瓦片</translation>
  </message>
  <message>
   <location filename="../core/worker/client.py" />
   <source>A tile could not be passed to the worker: {error}. Free some space in the temporary folder '{folder}'.</source>
   <translation>无法将瓦片传给工作进程：{error}。请在临时文件夹“{folder}”中释放空间。</translation>
  </message>
  <message>
   <location filename="../core/worker/computing.py" />
   <source>Its files have changed since the models were listed. Run the algorithm again.</source>
   <translation>自列出模型以来，其文件已更改。请重新运行算法。</translation>
  </message>
  <message>
   <location filename="../core/worker/computing.py" />
   <source>The model was closed before its last tile was computed.</source>
   <translation>模型在计算最后一个瓦片之前已关闭。</translation>
  </message>
  <message>
   <location filename="../core/worker/computing.py" />
   <source>The tile could not be passed to QGIS: {error}.</source>
   <translation>无法将瓦片传给 QGIS：{error}。</translation>
  </message>
  <message>
   <location filename="../core/worker/environment.py" />
   <location filename="../core/worker/interpreter_checks.py" />
   <source>There is no file '{python}'. Choose a Python interpreter that exists.</source>
   <translation>没有文件“{python}”。请选择存在的 Python 解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/environment.py" />
   <source>'{python}' is not named like a Python interpreter.</source>
   <translation>“{python}”的名称不像 Python 解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/environment.py" />
   <source>'{python}', checked when it starts.</source>
   <translation>“{python}”，启动时检查。</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Creating the environment with uv</source>
   <translation>正在用 uv 创建环境</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Creating the environment</source>
   <translation>正在创建环境</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Creating the environment without pip</source>
   <translation>正在创建不含 pip 的环境</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>An environment made from '{python}' does not start. Install Python from python.org and name it as the base.</source>
   <translation>由“{python}”创建的环境无法启动。请从 python.org 安装 Python 并将其指定为基础。</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>a wheel</source>
   <translation>wheel</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>'{python}' can make an environment but has no pip to put into it. On Debian and Ubuntu run 'sudo apt install python{version}-venv' and try again; elsewhere install pip for that Python, or name another base.</source>
   <translation>“{python}”可以创建环境，但没有可放入其中的 pip。在 Debian 和 Ubuntu 上请运行“sudo apt install python{version}-venv”后重试；其他系统请为该 Python 安装 pip，或指定其他基础。</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>Downloading pip</source>
   <translation>正在下载 pip</translation>
  </message>
  <message>
   <location filename="../core/worker/environment_creation.py" />
   <source>No environment could be made from '{python}'. {problem}</source>
   <translation>无法由“{python}”创建环境。{problem}</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The disk is full. Free some space, or choose another place for the environment.</source>
   <translation>磁盘已满。请释放空间，或为环境选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The certificate of the package index is not trusted. Where a company's proxy reads the traffic, add its certificate to QGIS (Settings, Options, Authentication) or to the system, and try again.</source>
   <translation>不信任软件包索引的证书。如果公司代理会读取流量，请将其证书添加到 QGIS（设置、选项、认证）或系统中，然后重试。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The proxy refused the connection. Check the address, user name and password in QGIS's network settings.</source>
   <translation>代理拒绝了连接。请检查 QGIS 网络设置中的地址、用户名和密码。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The download broke off. Try again: what is complete is kept.</source>
   <translation>下载中断。请重试：已完成的部分会保留。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The package index cannot be reached. Check the connection to the internet and the proxy in QGIS's network settings, or name a folder with the wheels.</source>
   <translation>无法访问软件包索引。请检查互联网连接和 QGIS 网络设置中的代理，或指定存放 wheel 的文件夹。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>A file could not be written. Close other QGIS windows, check the rights of the folder and the virus scanner, or choose another place.</source>
   <translation>无法写入文件。请关闭其他 QGIS 窗口，检查文件夹权限和杀毒软件，或选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The package index has no fitting packages for this Python. Check its address, or name a folder with the wheels.</source>
   <translation>软件包索引中没有适合此 Python 的软件包。请检查其地址，或指定存放 wheel 的文件夹。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>PyTorch is installed, but a library of the system that it needs is missing. On Windows install the newest 'Microsoft Visual C++ Redistributable' (x64) and try again.</source>
   <translation>PyTorch 已安装，但缺少它所需的系统库。在 Windows 上请安装最新的“Microsoft Visual C++ Redistributable”（x64）后重试。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>This processor is too old for PyTorch's packages. Name an interpreter of your own with a PyTorch that was built for it.</source>
   <translation>此处理器对 PyTorch 的软件包来说过旧。请指定自有的解释器，其中的 PyTorch 须为该处理器构建。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>It gave no reason.</source>
   <translation>未给出原因。</translation>
  </message>
  <message>
   <location filename="../core/worker/failures.py" />
   <source>The installer failed. Its last words: {line}</source>
   <translation>安装失败。最后的输出：{line}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>The engine '{engine}' is not known. Set {variable} to {engines} or {last}.</source>
   <translation>未知的引擎“{engine}”。请将 {variable} 设为 {engines} 或 {last}。</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>Managed environment: {reason}</source>
   <translation>托管环境：{reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>PyTorch is installed in QGIS's own Python ('{python}'), and runs in a process beside QGIS, so that its window never waits. {reason}</source>
   <translation>PyTorch 已安装在 QGIS 自身的 Python（“{python}”）中，并在 QGIS 旁的独立进程中运行，使窗口从不等待。{reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>PyTorch is installed in QGIS's own Python. {reason}</source>
   <translation>PyTorch 已安装在 QGIS 自身的 Python 中。{reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>{problem} {reason} Set it up in Settings &gt; Options &gt; Terraloom or with the algorithm 'Set up PyTorch' (terraloom:set_up_torch), or set {variable} to a Python that has it.</source>
   <translation>{problem}{reason}请在“设置 &gt; 选项 &gt; Terraloom”中或使用算法“安装 PyTorch”（terraloom:set_up_torch）进行安装，或将 {variable} 设为已有它的 Python。</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>PyTorch is not set up.</source>
   <translation>尚未安装 PyTorch。</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>In QGIS's own process, as chosen.</source>
   <translation>按所选方式，在 QGIS 自身的进程中。</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>QGIS's own process is chosen as the home of PyTorch. {problem} Install what is missing there and restart QGIS, or choose another home in Settings &gt; Options &gt; Terraloom.</source>
   <translation>已选择在 QGIS 自身的进程中运行 PyTorch。{problem}请在其中安装缺失的内容并重启 QGIS，或在“设置 &gt; 选项 &gt; Terraloom”中选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>The interpreter '{python}' has not been checked yet.</source>
   <translation>解释器“{python}”尚未检查。</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>The chosen interpreter cannot be used. {reason}</source>
   <translation>无法使用所选的解释器。{reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/homes.py" />
   <source>Chosen interpreter: {reason}</source>
   <translation>所选解释器：{reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch could not be fetched from {index}.</source>
   <translation>无法从 {index} 获取 PyTorch。</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch's own index ({index}) cannot be used; the configured one is asked.</source>
   <translation>无法使用 PyTorch 自身的索引（{index}）；改用已配置的索引。</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch could not be fetched from {index}, and this pip is too old to see which build another index has.</source>
   <translation>无法从 {index} 获取 PyTorch，且此 pip 过旧，无法查看其他索引中的构建。</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>PyTorch's build for the CPU could not be fetched from {index}, and the configured index has only the one for NVIDIA cards ({count} more packages, about {size}). {problem} Or choose a build for NVIDIA.</source>
   <translation>无法从 {index} 获取 CPU 版 PyTorch，而已配置的索引只有 NVIDIA 显卡版（多 {count} 个软件包，约 {size}）。{problem}或者选择 NVIDIA 构建。</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>The packages are not to be had from {source}.</source>
   <translation>无法从以下来源获得软件包：{source}。</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>The packages could not be installed from {source}.</source>
   <translation>无法安装软件包。来源：{source}。</translation>
  </message>
  <message>
   <location filename="../core/worker/installation.py" />
   <source>The environment would also see packages of others, in '{folder}'. Install Python from python.org and name it as the base.</source>
   <translation>该环境还会看到“{folder}”中的其他软件包。请从 python.org 安装 Python 并将其指定为基础。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <location filename="../processing_provider/torch_setup.py" />
   <source>Looking for a Python to start from</source>
   <translation>正在查找可用的 Python</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>'{name}' could not be written ({error}). Check the disk and the rights of the folder, or choose another place.</source>
   <translation>无法写入“{name}”（{error}）。请检查磁盘和文件夹权限，或选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>{problem} The next Python is tried.</source>
   <translation>{problem}正在尝试下一个 Python。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>No Python is left to try.</source>
   <translation>没有其他 Python 可尝试。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>Updating {packages}</source>
   <translation>正在更新 {packages}</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>Testing: a convolution on each device</source>
   <translation>测试：在每个设备上进行一次卷积</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>PyTorch {version} is ready in '{folder}' ({size}, set up in {time}). It computes on: {devices}.</source>
   <translation>PyTorch {version} 已在“{folder}”中就绪（{size}，用时 {time}）。可在以下设备上计算：{devices}。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>The folder '{folder}' cannot be made ({error}). Choose another place for the environment.</source>
   <translation>无法创建文件夹“{folder}”（{error}）。请为环境选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>The folder '{folder}' is write-protected. Choose another place.</source>
   <translation>文件夹“{folder}”为只读。请选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/installer.py" />
   <source>There are no wheels in the folder '{folder}'.</source>
   <translation>文件夹“{folder}”中没有 wheel。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is not named like a Python interpreter, so it was not started. Choose the file 'python' or 'python.exe'.</source>
   <translation>“{python}”的名称不像 Python 解释器，因此未启动。请选择文件“python”或“python.exe”。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it said nothing</source>
   <translation>没有任何输出</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it is older than Python 3.9</source>
   <translation>低于 Python 3.9</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it ends with: {last}</source>
   <translation>最后的输出：{last}</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' does not start as Python 3.9 or newer: {reason}.</source>
   <translation>“{python}”无法作为 Python 3.9 或更高版本启动：{reason}。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' does not answer like a Python interpreter.</source>
   <translation>“{python}”的响应不像 Python 解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' has no module venv. Install it (on Debian and Ubuntu: 'sudo apt install python{version}-venv').</source>
   <translation>“{python}”没有 venv 模块。请安装它（Debian 和 Ubuntu 上：“sudo apt install python{version}-venv”）。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>Python {python} with PyTorch {torch}.</source>
   <translation>Python {python}，PyTorch {torch}。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is Python {version}; 3.9 or newer is needed.</source>
   <translation>“{python}”是 Python {version}；需要 3.9 或更高版本。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is {implementation}; PyTorch needs CPython.</source>
   <translation>“{python}”是 {implementation}；PyTorch 需要 CPython。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' is a {bits}-bit Python; PyTorch needs 64 bits.</source>
   <translation>“{python}”是 {bits} 位 Python；PyTorch 需要 64 位。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>{package} is not installed in '{python}'. Install it there, for example with '{python} -m pip install {name}' (packages in the user's own site folder are not used).</source>
   <translation>“{python}”中未安装{package}。请在其中安装，例如“{python} -m pip install {name}”（不使用用户个人目录中的软件包）。</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>it gave no reason</source>
   <translation>未给出原因</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>{package} in '{python}' cannot be loaded: {reason}</source>
   <translation>无法加载“{python}”中的{package}：{reason}</translation>
  </message>
  <message>
   <location filename="../core/worker/interpreter_checks.py" />
   <source>'{python}' has PyTorch {torch}; 2.2 or newer is needed. Update it, for example with '{python} -m pip install --upgrade torch'.</source>
   <translation>“{python}”的 PyTorch 为 {torch}；需要 2.2 或更高版本。请更新，例如“{python} -m pip install --upgrade torch”。</translation>
  </message>
  <message>
   <location filename="../core/worker/locks.py" />
   <source>Waiting: another QGIS window is at it ({holder})</source>
   <translation>正在等待：另一个 QGIS 窗口正在处理（{holder}）</translation>
  </message>
  <message>
   <location filename="../core/worker/locks.py" />
   <source>just started</source>
   <translation>刚刚启动</translation>
  </message>
  <message>
   <location filename="../core/worker/locks.py" />
   <source>'{file}' cannot be locked ({error}): the file system of that folder has no locks. Choose a place on a disk of this computer.</source>
   <translation>无法锁定“{file}”（{error}）：该文件夹的文件系统不支持锁定。请选择此计算机磁盘上的位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>There is no environment in '{place}' yet.</source>
   <translation>“{place}”中尚无环境。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment in '{folder}' is not complete.</source>
   <translation>“{folder}”中的环境不完整。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The Python that the environment was made from ('{base}') is gone or has moved.</source>
   <translation>用于创建环境的 Python（“{base}”）已不存在或已移动。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment was made for Python {version}, which the system has replaced.</source>
   <translation>该环境为 Python {version} 创建，而系统已将其替换。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>Removing {folder}</source>
   <translation>正在删除 {folder}</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>{size} in '{folder}' could not be removed: a file is held open or write-protected. Close other QGIS windows and try again.</source>
   <translation>无法删除“{folder}”中的 {size}：某个文件正在使用或为只读。请关闭其他 QGIS 窗口后重试。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>Removed; {size} are free again</source>
   <translation>已删除；释放了 {size}</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment in '{folder}' is in use by a QGIS window. Wait until its jobs of Terraloom have ended or cancel them, and try again.</source>
   <translation>“{folder}”中的环境正被某个 QGIS 窗口使用。请等待其 Terraloom 任务结束或取消它们，然后重试。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>The environment has PyTorch for '{build}', and '{chosen}' is chosen.</source>
   <translation>该环境的 PyTorch 适用于“{build}”，而所选为“{chosen}”。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>This version of the plugin comes with {packages}.</source>
   <translation>此版本的插件附带 {packages}。</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>the CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>of unknown version</source>
   <translation>未知版本</translation>
  </message>
  <message>
   <location filename="../core/worker/managed.py" />
   <source>PyTorch {torch} for {build}, with Python {python}.</source>
   <translation>PyTorch {torch}，适用于 {build}，Python {python}。</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>the folder '{folder}'</source>
   <translation>文件夹“{folder}”</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>the configured package index</source>
   <translation>已配置的软件包索引</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>PyTorch's index for {build}</source>
   <translation>PyTorch 的 {build} 索引</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Downloading {name} {version}{size}</source>
   <translation>正在下载 {name} {version}{size}</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Downloading {name} {size}</source>
   <translation>正在下载 {name} {size}</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Taking {name} {version} from earlier downloads</source>
   <translation>使用之前下载的 {name} {version}</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Looking for {name}</source>
   <translation>正在查找 {name}</translation>
  </message>
  <message>
   <location filename="../core/worker/package_tools.py" />
   <source>Unpacking (this takes a while)</source>
   <translation>正在解包（需要一些时间）</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>Python {python} on {system}</source>
   <translation>{system} 上的 Python {python}</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>PyTorch has no packages for Linux distributions without the GNU C library, such as Alpine. Name an interpreter of your own that has PyTorch.</source>
   <translation>PyTorch 没有适用于不含 GNU C 库的 Linux 发行版（如 Alpine）的软件包。请指定自有的、已有 PyTorch 的解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>There are no PyTorch packages for {target} with a processor of kind '{machine}'. Name an interpreter of your own that has PyTorch.</source>
   <translation>没有适用于 {target}、处理器类型为“{machine}”的 PyTorch 软件包。请指定自有的、已有 PyTorch 的解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>Macs with an Intel processor</source>
   <translation>配备 Intel 处理器的 Mac</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>this computer</source>
   <translation>此计算机</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>There are no PyTorch packages for {system}: on {computer} they need Python {first} to {last}. Install one of these and name it as the base.</source>
   <translation>没有适用于 {system} 的 PyTorch 软件包：在{computer}上需要 Python {first} 至 {last}。请安装其中之一并将其指定为基础。</translation>
  </message>
  <message>
   <location filename="../core/worker/pins.py" />
   <source>PyTorch needs macOS {needed} or newer, and this is macOS {macos}. Update macOS, or name an interpreter of your own.</source>
   <translation>PyTorch 需要 macOS {needed} 或更高版本，而当前为 macOS {macos}。请更新 macOS，或指定自有的解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/places.py" />
   <source>'{place}' is not a full path. Choose a folder.</source>
   <translation>“{place}”不是完整路径。请选择文件夹。</translation>
  </message>
  <message>
   <location filename="../core/worker/places.py" />
   <source>'{place}' lies in {owner}, where an update would remove the environment. Choose a folder elsewhere.</source>
   <translation>“{place}”位于{owner}中，更新会删除该环境。请选择其他文件夹。</translation>
  </message>
  <message>
   <location filename="../core/worker/places.py" />
   <source>'{place}' is {count} characters long; with PyTorch's own names Windows allows {limit}. Choose a shorter one, such as 'C:\Terraloom'.</source>
   <translation>“{place}”长 {count} 个字符；加上 PyTorch 自身的名称，Windows 允许 {limit} 个。请选择更短的路径，例如“C:\Terraloom”。</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>The worker was not started.</source>
   <translation>工作进程未启动。</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>It has PyTorch {version}, but at least {needed} is needed.</source>
   <translation>其 PyTorch 为 {version}，但至少需要 {needed}。</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>It has no package '{package}'.</source>
   <translation>它没有“{package}”包。</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>One of its packages cannot be loaded ({error}).</source>
   <translation>其某个软件包无法加载（{error}）。</translation>
  </message>
  <message>
   <location filename="../core/worker/server.py" />
   <source>Its PyTorch does not work with {package} ({error}).</source>
   <translation>其 PyTorch 与 {package} 不兼容（{error}）。</translation>
  </message>
  <message>
   <location filename="../core/worker/setup_errors.py" />
   <source>{message} The full record is in '{log}'.</source>
   <translation>{message}完整记录在“{log}”中。</translation>
  </message>
  <message>
   <location filename="../core/worker/setup_errors.py" />
   <source>The set-up needs about {needed}, but only {free} are free in '{folder}'. Free some space, or choose another place for the environment.</source>
   <translation>安装约需 {needed}，但“{folder}”中仅剩 {free}。请释放空间，或为环境选择其他位置。</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>The new environment does not answer as it should.</source>
   <translation>新环境未正常响应。</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>PyTorch does not compute on this processor. {problem}</source>
   <translation>PyTorch 无法在此处理器上计算。{problem}</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>The build {build} is installed but finds no NVIDIA card. Update NVIDIA's driver, or choose the build for the CPU.</source>
   <translation>已安装构建 {build}，但未找到 NVIDIA 显卡。请更新 NVIDIA 驱动程序，或选择 CPU 构建。</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>The build {build} does not compute on the card ({problem}). Update NVIDIA's driver, or choose another build.</source>
   <translation>构建 {build} 无法在显卡上计算（{problem}）。请更新 NVIDIA 驱动程序，或选择其他构建。</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>it ended with code {code}</source>
   <translation>以代码 {code} 结束</translation>
  </message>
  <message>
   <location filename="../core/worker/smoke_report.py" />
   <source>PyTorch is installed but does not run: {reason}. Try again; if it stays so, name an interpreter of your own.</source>
   <translation>PyTorch 已安装但无法运行：{reason}。请重试；若仍如此，请指定自有的解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Run the job again; a new worker is started for it.</source>
   <translation>请重新运行任务；将为其启动新的工作进程。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Set up PyTorch again, or choose another interpreter, in Terraloom's options.</source>
   <translation>请在 Terraloom 的选项中重新安装 PyTorch，或选择其他解释器。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>access violation</source>
   <translation>访问冲突</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>not enough memory</source>
   <translation>内存不足</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>illegal instruction</source>
   <translation>非法指令</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>stack overflow</source>
   <translation>堆栈溢出</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>commitment limit, the memory ran out</source>
   <translation>达到提交限制，内存耗尽</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>a DLL was not found</source>
   <translation>找不到某个 DLL</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>a DLL could not start</source>
   <translation>某个 DLL 无法启动</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>fail-fast</source>
   <translation>快速失败</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker's Python '{python}' cannot be started: {reason}. {advice}</source>
   <translation>无法启动工作进程的 Python“{python}”：{reason}。{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker was closed, with the plugin or for other settings. Run the job again.</source>
   <translation>工作进程已随插件或因设置更改而关闭。请重新运行任务。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Most often the memory ran out: close other programs. </source>
   <translation>多半是内存不足：请关闭其他程序。 </translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker {end} while {work}. {hint}{advice}</source>
   <translation>工作进程{end}（{work}）。{hint}{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker gave no sign of life for {seconds:g} s while {work}, and was stopped. {hint}{advice}</source>
   <translation>工作进程在 {seconds:g} 秒内没有响应（{work}），已被终止。{hint}{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker got no further for {seconds:g} s while {work}, and was stopped; the device or its driver hangs. {hint}Choose the device 'cpu' if this happens again.</source>
   <translation>工作进程在 {seconds:g} 秒内没有进展（{work}），已被终止；设备或其驱动程序挂起。{hint}如果再次发生，请选择设备“cpu”。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker did not answer in its protocol while {work}, and was stopped. {hint}Check that its interpreter is a plain Python. {advice}</source>
   <translation>工作进程未按协议应答（{work}），已被终止。{hint}请检查其解释器是否为普通的 Python。{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker speaks protocol {protocol} of Terraloom {version}, QGIS still runs protocol {own_protocol} of Terraloom {own_version}. Restart QGIS.</source>
   <translation>工作进程使用 Terraloom {version} 的协议 {protocol}，而 QGIS 仍在运行 Terraloom {own_version} 的协议 {own_protocol}。请重启 QGIS。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker's Python '{python}' cannot run models: {problem} {advice}</source>
   <translation>工作进程的 Python“{python}”无法运行模型：{problem}{advice}</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker ran out of memory ({problem}). Close other programs, then run the job again.</source>
   <translation>工作进程内存不足（{problem}）。请关闭其他程序，然后重新运行任务。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>The worker could not do its work ({problem}). Please report it, with the output of 'diagnostics'.</source>
   <translation>工作进程无法完成工作（{problem}）。请附上“diagnostics”的输出进行报告。</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>closed its connection</source>
   <translation>关闭了连接</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>was killed</source>
   <translation>被终止</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>crashed</source>
   <translation>崩溃</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>{end} (signal {number}, {name})</source>
   <translation>{end}（信号 {number}，{name}）</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>crashed (status 0x{status:08X}, {name})</source>
   <translation>崩溃（状态 0x{status:08X}，{name}）</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>ended with exit code {code}</source>
   <translation>以退出代码 {code} 结束</translation>
  </message>
  <message>
   <location filename="../core/worker/worker_errors.py" />
   <source>Its last line was '{line}'. </source>
   <translation>其最后一行为“{line}”。 </translation>
  </message>
  <message>
   <location filename="../core/worker/workshop.py" />
   <source>Installing</source>
   <translation>正在安装</translation>
  </message>
  <message>
   <location filename="../core/worker/workshop.py" />
   <source>{text} ({written} written so far)</source>
   <translation>{text}（已写入 {written}）</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Apply a model</source>
   <translation>应用模型</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>model</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>custom</source>
   <translation>自定义</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Runs a model folder: a trained one, or one from somebody else.</source>
   <translation>运行一个模型文件夹：自己训练的，或他人提供的。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>A model that fills an extent needs Extent, Target CRS and Pixel size. A model that works on a layer needs Input layer; Extent then limits it to a part. What the model does not use is ignored.</source>
   <translation>填充范围的模型需要范围、目标 CRS 和像元大小。处理图层的模型需要输入图层；此时范围将其限制为图层的一部分。模型不使用的参数会被忽略。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Parameters are those of the model's card, as NAME=value separated by semicolons (RELIEF=300; LANDFORM=alpine) or as JSON. Those left out keep their defaults.</source>
   <translation>参数为模型卡中的参数，写作 NAME=值，用分号分隔（RELIEF=300; LANDFORM=alpine），或写作 JSON。未给出的参数保持默认值。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Only weights in safetensors files are opened; nothing in the folder is run.</source>
   <translation>只打开 safetensors 文件中的权重；文件夹中的任何内容都不会被执行。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/parameters.py" />
   <source>Model folder</source>
   <translation>模型文件夹</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>The folder that holds model.json and the weights.</source>
   <translation>包含 model.json 和权重的文件夹。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Model parameters</source>
   <translation>模型参数</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>NAME=value; NAME=value, or JSON. Empty: the model's defaults.</source>
   <translation>NAME=值; NAME=值，或 JSON。留空：使用模型的默认值。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/extend.py" />
   <location filename="../ui/form.py" />
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Model '{id}' is made for the task '{task}', which this version cannot run. Update the plugin.</source>
   <translation>模型“{id}”用于任务“{task}”，此版本无法运行该任务。请更新插件。</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/parameters.py" />
   <source>Input layer</source>
   <translation>输入图层</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Extent</source>
   <translation>范围</translation>
  </message>
  <message>
   <location filename="../processing_provider/apply_model.py" />
   <source>Model '{id}' needs '{label}' ({name}). Set it.</source>
   <translation>模型“{id}”需要“{label}”（{name}）。请设置。</translation>
  </message>
  <message>
   <location filename="../processing_provider/base.py" />
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="../processing_provider/base.py" />
   <source>Set-up</source>
   <translation>设置</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Roads as a map</source>
   <translation>道路地图</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Footprints</source>
   <translation>建筑轮廓</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>The classes drawn from the layer of roads; needed to verify the result later.</source>
   <translation>由道路图层绘制的类别；以后验证结果时需要。</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Polygons with the height of each building, to be extruded in a 3D view.</source>
   <translation>带有每栋建筑高度的多边形，可在三维视图中拉伸。</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Roads</source>
   <translation>道路</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Instead of a map: lines to build along. Their field 'highway' or 'fclass', if there is one, tells main roads from streets and paths.</source>
   <translation>代替地图：沿其布置建筑的线。若有字段“highway”或“fclass”，则用它区分主干道、街道和小路。</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Give a map to build on, or a layer of roads to build along.</source>
   <translation>请给出用于布置建筑的地图，或沿其布置建筑的道路图层。</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Roads have a width in metres. Choose a projected target CRS.</source>
   <translation>道路宽度以米为单位。请选择投影目标 CRS。</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Drawing the footprints.</source>
   <translation>正在绘制建筑轮廓。</translation>
  </message>
  <message>
   <location filename="../processing_provider/building_algorithm.py" />
   <source>Drawing the roads.</source>
   <translation>正在绘制道路。</translation>
  </message>
  <message>
   <location filename="../processing_provider/climate_algorithm.py" />
   <source>Mean of the ensemble</source>
   <translation>集合平均值</translation>
  </message>
  <message>
   <location filename="../processing_provider/climate_algorithm.py" />
   <source>Spread of the ensemble</source>
   <translation>集合离散度</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Diagnostics</source>
   <translation>诊断</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>report</source>
   <translation>报告</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>problem</source>
   <translation>问题</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>versions</source>
   <translation>版本</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>bug</source>
   <translation>错误</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Writes a report on this installation to paste into the description of a problem.</source>
   <translation>生成一份关于此安装的报告，可粘贴到问题描述中。</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>It names versions, devices, where PyTorch runs and why, the models, and the last lines of the worker and of the last set-up. User names in paths are removed. Nothing is sent anywhere: read it, then paste it.</source>
   <translation>报告列出版本、设备、PyTorch 在何处运行及其原因、模型，以及工作进程和上次安装的最后几行日志。路径中的用户名会被去除。不会向任何地方发送数据：请先阅读，再粘贴。</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <location filename="../processing_provider/verify.py" />
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Markdown files (*.md);;HTML files (*.html);;Text files (*.txt)</source>
   <translation>Markdown 文件 (*.md);;HTML 文件 (*.html);;文本文件 (*.txt)</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>As HTML where the name ends with .html, else as text that issues can show.</source>
   <translation>文件名以 .html 结尾时为 HTML，否则为问题跟踪器可显示的文本。</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Text of the report</source>
   <translation>报告文本</translation>
  </message>
  <message>
   <location filename="../processing_provider/diagnostics.py" />
   <source>Switched on</source>
   <translation>已启用</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Extend a result</source>
   <translation>扩展结果</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>extend</source>
   <translation>扩展</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>enlarge</source>
   <translation>放大</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>continue</source>
   <translation>延续</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>mosaic</source>
   <translation>镶嵌</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <location filename="../processing_provider/model_algorithm.py" />
   <location filename="../processing_provider/verify.py" />
   <source>synthetic</source>
   <translation>合成</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Makes a Terraloom raster larger: only what is missing is generated, and it fits.</source>
   <translation>扩大 Terraloom 栅格：只生成缺少的部分，并且完全吻合。</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Model, seed and parameters are those that the raster names in its tags. The result covers the raster and the extent. It is the same, pixel by pixel, as if the whole had been generated at once, and can be verified like any other.</source>
   <translation>模型、种子和参数取自栅格自身的标签。结果覆盖该栅格和所给范围。它与一次性生成整个区域的结果逐像元相同，并可像其他结果一样验证。</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>The raster must be the unchanged output of a Terraloom algorithm. One that was edited, cropped or made by another version of the model is refused.</source>
   <translation>栅格必须是 Terraloom 算法未经改动的输出。被编辑、裁剪过或由模型的其他版本生成的栅格会被拒绝。</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <location filename="../processing_provider/verify.py" />
   <source>Terraloom raster</source>
   <translation>Terraloom 栅格</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>Extent to add</source>
   <translation>要添加的范围</translation>
  </message>
  <message>
   <location filename="../processing_provider/extend.py" />
   <source>The result covers this extent and the raster.</source>
   <translation>结果覆盖此范围和该栅格。</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>Give an extent to fill, or a layer whose extent it is.</source>
   <translation>请给出要填充的范围，或以其范围为准的图层。</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>{layer}: band</source>
   <translation>{layer}：波段</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>{layer}: classes</source>
   <translation>{layer}：类别</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>Which value of the layer is which class, as value=class separated by semicolons. Empty: found out from the layer's legend. The classes are: {classes}.</source>
   <translation>图层的哪个值属于哪个类别，写作 值=类别，用分号分隔。留空：根据图层的图例判断。类别有：{classes}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>'{pair}' is no pair of value and class. Write for example 11=1; 41=3.</source>
   <translation>“{pair}”不是值与类别的配对。请写作例如 11=1; 41=3。</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>There is no class '{wanted}'. The classes are: {known}.</source>
   <translation>没有类别“{wanted}”。类别有：{known}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>The area to fill. Empty: the extent of the first layer that is given.</source>
   <translation>要填充的区域。留空：所给第一个图层的范围。</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <location filename="../processing_provider/parameters.py" />
   <source>Target CRS</source>
   <translation>目标 CRS</translation>
  </message>
  <message>
   <location filename="../processing_provider/guided_algorithm.py" />
   <source>Empty: that of the first layer that is given, else the project's.</source>
   <translation>留空：所给第一个图层的 CRS，否则为工程的 CRS。</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>The same seed, parameters, CRS and pixel size always give the same pixels, whatever the extent: rasters made from neighbouring or overlapping extents fit together.</source>
   <translation>相同的种子、参数、CRS 和像元大小总是得到相同的像元，与范围无关：由相邻或重叠的范围生成的栅格彼此吻合。</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>The result is synthetic, not measured. The file says so, and how it was made.</source>
   <translation>结果是合成的，并非实测。文件中会注明这一点以及它的生成方式。</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Limits: {limits}</source>
   <translation>局限：{limits}</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Pixel sizes: native {sizes} m; usable from {low} to {high} m.</source>
   <translation>像元大小：原生 {sizes} m；可用于 {low} 至 {high} m。</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Trained on: {data}</source>
   <translation>训练数据：{data}</translation>
  </message>
  <message>
   <location filename="../processing_provider/help.py" />
   <source>Model {id} {version}. Licence: {licence}</source>
   <translation>模型 {id} {version}。许可证：{licence}</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>Reference image for region and season</source>
   <translation>区域与季节的参考影像</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>An image whose colours the land should have: bands red, green, blue and perhaps near infrared. The nearest of the styles that the model knows takes the place of the chosen one.</source>
   <translation>地面应具有其色彩的影像：红、绿、蓝波段，也可含近红外波段。模型已知风格中最接近的一种将取代所选风格。</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>The reference image '{layer}' needs bands red, green and blue.</source>
   <translation>参考影像“{layer}”需要红、绿、蓝波段。</translation>
  </message>
  <message>
   <location filename="../processing_provider/imagery_algorithm.py" />
   <source>The reference image '{layer}' is black all over. Choose another one.</source>
   <translation>参考影像“{layer}”全为黑色。请另选一个。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>{name} is not a valid coordinate reference system. Choose one, for example the UTM zone of the area; the project's own CRS needs an open project.</source>
   <translation>{name} 不是有效的坐标参考系。请选择一个，例如该区域的 UTM 带；使用工程自身的 CRS 需要有打开的工程。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The extent {extent} ({source}) cannot be expressed in {target}. Choose an extent inside the area of use of {target}, or another CRS.</source>
   <translation>范围 {extent}（{source}）无法用 {target} 表示。请选择 {target} 适用区域内的范围，或另选 CRS。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The extent {extent} ({source}) is not in one piece in {target}: it crosses the edge of that CRS, such as the 180th meridian. Choose a target CRS made for the area, or make each side of the edge by itself.</source>
   <translation>范围 {extent}（{source}）在 {target} 中不是一个整体：它跨越了该 CRS 的边界，例如 180 度经线。请选择适合该区域的目标 CRS，或将边界两侧分别生成。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>{name} is not a raster layer that can be opened. Choose another one.</source>
   <translation>{name} 不是可以打开的栅格图层。请另选一个。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>Layer '{layer}' comes from the provider '{provider}', not from a raster file. Export it first (Export &gt; Save As... in the layer's menu) and use the exported file.</source>
   <translation>图层“{layer}”来自数据源“{provider}”，而不是栅格文件。请先将其导出（图层菜单中的“导出 &gt; 另存为...”），再使用导出的文件。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>This model has no parameter '{name}'. It has: {known}.</source>
   <translation>此模型没有参数“{name}”。它有：{known}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>'{option}' is not a creation option. Write NAME=VALUE, separated by |.</source>
   <translation>“{option}”不是创建选项。请写作 NAME=VALUE，用 | 分隔。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The west edge of the extent, {west}, is east of its east edge, {east}. Where it crosses the 180th meridian, count degrees on: {west} to {beyond}.</source>
   <translation>范围的西边界 {west} 位于东边界 {east} 以东。跨越 180 度经线时，请继续累计度数：{west} 至 {beyond}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>The parameters are not valid JSON ({reason}). Write {{"NAME": value, ...}}.</source>
   <translation>参数不是有效的 JSON（{reason}）。请写作 {{"NAME": 值, ...}}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/inputs.py" />
   <source>'{part}' is not a parameter. Write NAME=value, separated by semicolons.</source>
   <translation>“{part}”不是参数。请写作 NAME=值，用分号分隔。</translation>
  </message>
  <message>
   <location filename="../processing_provider/job_algorithm.py" />
   <location filename="../processing_provider/kept_stages.py" />
   <location filename="../ui/run_parameters.py" />
   <source>{title} (seed {seed})</source>
   <translation>{title}（种子 {seed}）</translation>
  </message>
  <message>
   <location filename="../processing_provider/job_algorithm.py" />
   <source>{pixels} pixels written in {time}.</source>
   <translation>已写入 {pixels} 个像元，用时 {time}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/kept_stages.py" />
   <source>The {band} that this belongs to: of the same land, with its own tags.</source>
   <translation>与此对应的{band}：同一片土地，带有自己的标签。</translation>
  </message>
  <message>
   <location filename="../processing_provider/kept_stages.py" />
   <source>No {band} is written: it is what the layer says that you gave.</source>
   <translation>未写出{band}：它就是您所给图层的内容。</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>{layer}: field of the class, for polygons</source>
   <translation>{layer}：类别字段（用于多边形）</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>Which field of a polygon layer tells the class. Rasters need none.</source>
   <translation>多边形图层中表示类别的字段。栅格不需要。</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>Classes: {classes}</source>
   <translation>类别：{classes}</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>What the values of layer '{layer}' mean cannot be told from its legend. Write it as value=class pairs in {name}; the values are for example {values}.</source>
   <translation>无法从图例判断图层“{layer}”的值的含义。请在 {name} 中写作 值=类别 的配对；这些值例如有 {values}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>Choose the field that tells the class. The layer has: {names}.</source>
   <translation>请选择表示类别的字段。该图层有：{names}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/landcover_algorithm.py" />
   <source>No value of field '{field}' tells a class. Write value=class pairs in {name}; the values are for example {values}.</source>
   <translation>字段“{field}”的值均不表示类别。请在 {name} 中写出 值=类别 的配对；这些值例如有 {values}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/layer_metadata.py" />
   <source>Synthetic: computed by a generative model, not measured. {summary} {limits}</source>
   <translation>合成数据：由生成模型计算，并非实测。{summary} {limits}</translation>
  </message>
  <message>
   <location filename="../processing_provider/layer_metadata.py" />
   <source>Made with {algorithm}</source>
   <translation>由 {algorithm} 生成</translation>
  </message>
  <message>
   <location filename="../processing_provider/layer_metadata.py" />
   <source>Model {id} {version}, weights {hash}</source>
   <translation>模型 {id} {version}，权重 {hash}</translation>
  </message>
  <message>
   <location filename="../processing_provider/limits.py" />
   <source>It takes about {time}. Try a small extent first.</source>
   <translation>大约需要 {time}。请先用小范围试一试。</translation>
  </message>
  <message>
   <location filename="../processing_provider/limits.py" />
   <source>It needs about {size} on disk.</source>
   <translation>大约需要 {size} 磁盘空间。</translation>
  </message>
  <message>
   <location filename="../processing_provider/loading.py" />
   <source>{name}: hillshade</source>
   <translation>{name}：山体阴影</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Map as a picture (RGB)</source>
   <translation>图片形式的地图 (RGB)</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Map as polygons</source>
   <translation>多边形形式的地图</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Map tiles (MBTiles)</source>
   <translation>地图瓦片 (MBTiles)</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>MBTiles files (*.mbtiles)</source>
   <translation>MBTiles 文件 (*.mbtiles)</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>The map in its colours, for programs that know no palettes.</source>
   <translation>带颜色的地图，用于不支持调色板的程序。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>A polygon for each patch of one class; neighbours share their border.</source>
   <translation>每个同类斑块一个多边形；相邻多边形共用边界。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Tiles in web mercator that QGIS and other map clients open as they are.</source>
   <translation>Web 墨卡托投影的瓦片，QGIS 和其他地图客户端可直接打开。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>The coarsest zoom level, {min}, is finer than the finest, {max}.</source>
   <translation>最粗的缩放级别 {min} 比最细的缩放级别 {max} 更细。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Writing the picture.</source>
   <translation>正在写入图片。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Writing the tiles.</source>
   <translation>正在写入瓦片。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>The finest zoom level is {zoom}.</source>
   <translation>最细的缩放级别为 {zoom}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Synthetic: computed by a generative model, not surveyed.</source>
   <translation>合成数据：由生成模型计算，并非实地测绘。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Drawing the polygons.</source>
   <translation>正在绘制多边形。</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Tiles: finest zoom level</source>
   <translation>瓦片：最细的缩放级别</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Tiles: coarsest zoom level</source>
   <translation>瓦片：最粗的缩放级别</translation>
  </message>
  <message>
   <location filename="../processing_provider/map_algorithms.py" />
   <source>Empty: the level that shows every pixel.</source>
   <translation>留空：能显示每个像元的级别。</translation>
  </message>
  <message>
   <location filename="../processing_provider/model_algorithm.py" />
   <location filename="../models/terrain/model.json" />
   <location filename="../models/terrain_detail/model.json" />
   <source>Terrain</source>
   <translation>地形</translation>
  </message>
  <message>
   <location filename="../processing_provider/model_algorithm.py" />
   <source>generate</source>
   <translation>生成</translation>
  </message>
  <message>
   <location filename="../processing_provider/month_layers.py" />
   <source>{name}: months</source>
   <translation>{name}：各月</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>{parameter} cannot be '{value}'. Give one of: {options}.</source>
   <translation>{parameter} 不能为“{value}”。可选值：{options}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>The part of the input to use. Empty: all of it.</source>
   <translation>要使用的输入部分。留空：全部。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>The area to fill. It grows outward to whole pixels of the world grid, so rasters made from overlapping extents agree on every pixel that they share.</source>
   <translation>要填充的区域。它会向外扩展到世界网格的整像元，因此由重叠范围生成的栅格在每个共有像元上都一致。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Projected or in degrees: landforms keep their true size on the ground.</source>
   <translation>投影坐标或经纬度均可：地貌保持其在地面上的真实大小。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Pixel size</source>
   <translation>像元大小</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>In units of the target CRS. In a CRS in degrees, 0.000277778 (one arc-second) is about 30 m.</source>
   <translation>以目标 CRS 的单位表示。在以度为单位的 CRS 中，0.000277778（1 角秒）约为 30 m。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Each number is another world. The same number always gives the same one.</source>
   <translation>每个数字是另一个世界。相同的数字总是得到相同的世界。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Band</source>
   <translation>波段</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Scale</source>
   <translation>细化倍数</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>How many times finer than the input: 16 makes 30 m out of 480 m.</source>
   <translation>比输入精细多少倍：16 表示由 480 m 得到 30 m。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <location filename="../processing_provider/reproduction.py" />
   <source>Fidelity to the input (%)</source>
   <translation>对输入的保真度 (%)</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>100 keeps the input's values, which suits a measured elevation model. Lower values take it as a sketch whose small mistakes may be smoothed away.</source>
   <translation>100 保持输入的值，适合实测高程模型。较低的值将其视为草图，其中的小错误可被平滑掉。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Additional creation options</source>
   <translation>附加创建选项</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>For the GDAL driver that writes the file, separated by |, for example COMPRESS=DEFLATE|PREDICTOR=3. Empty: a compressed cloud optimised GeoTIFF.</source>
   <translation>用于写入文件的 GDAL 驱动，以 | 分隔，例如 COMPRESS=DEFLATE|PREDICTOR=3。留空：压缩的云优化 GeoTIFF。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Where the model runs. auto takes a graphics card that works, else the processor.</source>
   <translation>模型运行的位置。auto 使用可用的显卡，否则使用处理器。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Layer it was made from</source>
   <translation>生成它所用的图层</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Only for results made from a layer whose file was moved or renamed since.</source>
   <translation>仅用于由图层生成、且该图层的文件后来被移动或重命名的结果。</translation>
  </message>
  <message>
   <location filename="../processing_provider/parameters.py" />
   <source>Only for results of a model that is not in the toolbox: the folder that Apply a model was given.</source>
   <translation>仅用于由工具箱中没有的模型生成的结果：运行“应用模型”时所给的文件夹。</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Terraloom: synthetic rasters from local models</source>
   <translation>Terraloom：由本地模型生成的合成栅格</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Its task '{task}' is not known to this version.</source>
   <translation>此版本不认识它的任务“{task}”。</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Its id '{id}' is the name of another algorithm.</source>
   <translation>它的 ID“{id}”是另一个算法的名称。</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>Its parameter names are reserved: {names}.</source>
   <translation>它的参数名是保留名称：{names}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>The model '{id}' cannot be used: {reason} Install the plugin again.</source>
   <translation>模型“{id}”无法使用：{reason} 请重新安装插件。</translation>
  </message>
  <message>
   <location filename="../processing_provider/provider.py" />
   <source>The model '{id}' is missing from the plugin. Install the plugin again.</source>
   <translation>插件中缺少模型“{id}”。请重新安装插件。</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>The model '{id}' {version} that made this layer is not installed. Import it under Models first.</source>
   <translation>未安装生成此图层的模型“{id}”{version}。请先在“模型”中导入。</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>The layer was made by version {old} of the model; version {new} is installed, so the result will differ.</source>
   <translation>此图层由模型的 {old} 版生成；当前安装的是 {new} 版，因此结果会有所不同。</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>The layer it was made from, '{name}', was not found. Choose it.</source>
   <translation>未找到生成它所用的图层“{name}”。请选择该图层。</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Synthetic</source>
   <translation>合成</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Yes: computed by a generative model, not measured.</source>
   <translation>是：由生成模型计算，并非实测。</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../ui/model_text.py" />
   <source>Weights</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>CRS</source>
   <translation>CRS</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>{width} x {height} px</source>
   <translation>{width} x {height} px</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Made from</source>
   <translation>生成来源</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Extended</source>
   <translation>已扩展</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>A part was copied from an earlier result.</source>
   <translation>其中一部分复制自先前的结果。</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Software</source>
   <translation>软件</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <source>Kept stage</source>
   <translation>保留的阶段</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../processing_provider/verify.py" />
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <location filename="../processing_provider/setup_facts.py" />
   <source>{build}: download about {download}, on disk about {disk}</source>
   <translation>{build}：下载约 {download}，占用磁盘约 {disk}</translation>
  </message>
  <message>
   <location filename="../processing_provider/setup_facts.py" />
   <source>There is no environment in '{folder}' yet.</source>
   <translation>“{folder}”中尚无环境。</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>'{id}' makes no raster that could be shown before it is made.</source>
   <translation>“{id}”不生成可以预先显示的栅格。</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>There is no preview from polygons: they are drawn into a raster when the algorithm runs. Give '{layer}' as a raster to see one.</source>
   <translation>多边形没有预览：它们在算法运行时才绘制成栅格。要查看预览，请将“{layer}”以栅格形式给出。</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>Model '{id}' works on a layer, so it ends where that ends.</source>
   <translation>模型“{id}”处理的是图层，因此到图层边缘为止。</translation>
  </message>
  <message>
   <location filename="../processing_provider/tile_jobs.py" />
   <source>The layers cover no ground in common, or none that the target CRS shows.</source>
   <translation>各图层没有共同覆盖的区域，或目标 CRS 无法显示该区域。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Set up PyTorch</source>
   <translation>安装 PyTorch</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>install</source>
   <translation>安装</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>environment</source>
   <translation>环境</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Installs PyTorch, which runs the models, in a folder of its own beside QGIS.</source>
   <translation>将运行模型的 PyTorch 安装到 QGIS 之外的独立文件夹中。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>QGIS's own Python is not changed. The new environment is tested before it replaces an older one; a set-up that is cancelled or breaks off changes nothing, and the next one goes on with what is downloaded. Jobs of Terraloom that run go on with the older one, which cannot be removed meanwhile.</source>
   <translation>QGIS 自身的 Python 不会改变。新环境在替换旧环境之前会先经过测试；被取消或中断的安装不会改变任何内容，下次安装会利用已下载的内容继续。正在运行的 Terraloom 作业会继续使用旧环境，在此期间旧环境无法移除。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>cpu works on every computer and is downloaded in a few minutes. cuda takes the newest build that an NVIDIA card of this computer can use, two to three gigabytes; cu126, cu128 and cu130 name one. On Apple computers cpu includes the GPU.</source>
   <translation>cpu 适用于所有计算机，几分钟即可下载完成。cuda 选用本机 NVIDIA 显卡可用的最新构建，大小为 2 至 3 GB；cu126、cu128 和 cu130 指定某一构建。在 Apple 计算机上，cpu 已包含 GPU 支持。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>QGIS's proxy and certificates are used.</source>
   <translation>使用 QGIS 的代理和证书。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Action</source>
   <translation>操作</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>install makes the environment or updates it; repair makes it anew; remove deletes it and says how much space that frees.</source>
   <translation>install 创建或更新环境；repair 重新创建环境；remove 删除环境，并说明释放了多少空间。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Build of PyTorch</source>
   <translation>PyTorch 构建</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>cpu, or a build for NVIDIA cards.</source>
   <translation>cpu，或用于 NVIDIA 显卡的构建。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Folder of the environment</source>
   <translation>环境文件夹</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Outside the QGIS profile. Empty: {folder}.</source>
   <translation>位于 QGIS 配置文件夹之外。留空：{folder}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Folder with wheels</source>
   <translation>wheel 文件夹</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>For a computer without internet: a folder that 'pip download torch numpy safetensors packaging' has filled elsewhere. Empty: packages are downloaded.</source>
   <translation>用于没有互联网的计算机：在别处用 'pip download torch numpy safetensors packaging' 下载得到的文件夹。留空：下载软件包。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Python to start from</source>
   <translation>所用的 Python</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>An interpreter of Python 3.9 or newer. Empty: a fitting one is looked for.</source>
   <translation>Python 3.9 或更高版本的解释器。留空：自动查找合适的解释器。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Summary</source>
   <translation>摘要</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Python of the environment</source>
   <translation>环境中的 Python</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Environment</source>
   <translation>环境</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Log</source>
   <translation>日志</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Bytes freed</source>
   <translation>释放的字节数</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>the plugin's folder</source>
   <translation>插件文件夹</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>the QGIS profile</source>
   <translation>QGIS 配置文件夹</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>{variable} is set to '{folder}', where the environment will be looked for.</source>
   <translation>{variable} 已设置为“{folder}”，将在那里查找环境。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Folder: {folder}</source>
   <translation>文件夹：{folder}</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Models still run elsewhere. {reason}</source>
   <translation>模型仍在别处运行。{reason}</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>Removed from '{folder}': {size} are free again.</source>
   <translation>已从“{folder}”移除：释放了 {size}。</translation>
  </message>
  <message>
   <location filename="../processing_provider/torch_setup.py" />
   <source>There is no environment in '{folder}'.</source>
   <translation>“{folder}”中没有环境。</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Verify a result</source>
   <translation>验证结果</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>verify</source>
   <translation>验证</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>reproduce</source>
   <translation>重现</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>provenance</source>
   <translation>来源信息</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>compare</source>
   <translation>比较</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Makes a Terraloom raster again from its own tags, and compares.</source>
   <translation>根据 Terraloom 栅格自身的标签重新生成并进行比较。</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Each Terraloom raster says which model, seed and parameters made it. This makes it anew, a window at a time, and compares pixel by pixel: is it unchanged, and is it what it says?</source>
   <translation>每个 Terraloom 栅格都注明了生成它的模型、种子和参数。此算法逐窗口重新生成，并逐像元比较：它是否未被改动，是否与其标签相符？</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>On the device that made it, all pixels are the same. On another kind of device small differences are normal; up to the model's tolerance they still match.</source>
   <translation>在生成它的设备上，所有像元都相同。在其他类型的设备上，微小差异是正常的；在模型的容差之内仍视为一致。</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>HTML files (*.html)</source>
   <translation>HTML 文件 (*.html)</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Matches</source>
   <translation>一致</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Share of identical pixels</source>
   <translation>相同像元的比例</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Largest difference</source>
   <translation>最大差异</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Raster</source>
   <translation>栅格</translation>
  </message>
  <message>
   <location filename="../processing_provider/verify.py" />
   <source>Terraloom verification</source>
   <translation>Terraloom 验证</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <source>Open: click or Enter</source>
   <translation>打开：单击或按 Enter</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <location filename="../ui/models_dialog.py" />
   <source>cannot be used</source>
   <translation>无法使用</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <source>from extent</source>
   <translation>由范围生成</translation>
  </message>
  <message>
   <location filename="../ui/card_widget.py" />
   <source>from layer</source>
   <translation>由图层生成</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>The model '{name}' is not there, or cannot be used.</source>
   <translation>模型“{name}”不存在或无法使用。</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Waits until PyTorch is set up</source>
   <translation>等待 PyTorch 安装完成</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Terraloom panel</source>
   <translation>Terraloom 面板</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Terraloom: make synthetic rasters with local models</source>
   <translation>Terraloom：用本地模型生成合成栅格</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Models…</source>
   <translation>模型…</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Set up PyTorch…</source>
   <translation>安装 PyTorch…</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Options…</source>
   <translation>选项…</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <source>Look for models again</source>
   <translation>重新查找模型</translation>
  </message>
  <message>
   <location filename="../ui/desktop.py" />
   <location filename="../ui/form_buttons.py" />
   <location filename="../ui/options_page.py" />
   <source>Help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Looking…</source>
   <translation>正在查找…</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Download from the internet</source>
   <translation>从互联网下载</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>For a computer without internet: a folder that 'pip download' has filled elsewhere</source>
   <translation>用于没有互联网的计算机：在别处用 'pip download' 下载得到的文件夹</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Look for one</source>
   <translation>自动查找</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Set up</source>
   <translation>安装</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Repair</source>
   <translation>修复</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Makes the environment anew, beside the old one</source>
   <translation>在旧环境旁重新创建环境</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <location filename="../ui/models_dialog.py" />
   <source>Remove…</source>
   <translation>移除…</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Cancel set-up</source>
   <translation>取消安装</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Show log</source>
   <translation>显示日志</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>&amp;Folder</source>
   <translation>文件夹(&amp;F)</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>&amp;Build</source>
   <translation>构建(&amp;B)</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Folder of &amp;wheels</source>
   <translation>wheel 文件夹(&amp;W)</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Python to &amp;start from</source>
   <translation>所用的 Python(&amp;S)</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Remove PyTorch</source>
   <translation>移除 PyTorch</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Remove the environment in '{folder}'? This frees {size}. Models cannot run until it is set up again. While a job of Terraloom runs in it, it is not removed.</source>
   <translation>移除“{folder}”中的环境？这将释放 {size}。重新安装之前，模型无法运行。有 Terraloom 作业在其中运行时，不会移除它。</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <location filename="../ui/models_dialog.py" />
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>{size} are free there.</source>
   <translation>该处有 {size} 可用空间。</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Update</source>
   <translation>更新</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Set up again</source>
   <translation>重新安装</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Everything is up to date</source>
   <translation>全部已是最新</translation>
  </message>
  <message>
   <location filename="../ui/environment_page.py" />
   <source>Remove ({size})…</source>
   <translation>移除（{size}）…</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>Ready to run.</source>
   <translation>可以运行。</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>PyTorch is being set up; what is run waits for that and then starts by itself.</source>
   <translation>正在安装 PyTorch；提交的运行会等待安装完成，然后自动开始。</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>PyTorch, which computes, is not set up yet: Run does that first, and asks before.</source>
   <translation>负责计算的 PyTorch 尚未安装：运行前会先询问并安装。</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{width} × {height} px at {size}, {bytes}, about {time}</source>
   <translation>{width} × {height} px，{size}，{bytes}，约 {time}</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{text} on CPU</source>
   <translation>{text}（CPU）</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{count} results; the largest: {text}</source>
   <translation>{count} 个结果；最大的：{text}</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>1 arc-second</source>
   <translation>1 角秒</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{size} arc-seconds</source>
   <translation>{size} 角秒</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{number} s</source>
   <translation>{number} 秒</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{number} min</source>
   <translation>{number} 分钟</translation>
  </message>
  <message>
   <location filename="../ui/estimate_line.py" />
   <source>{number} h</source>
   <translation>{number} 小时</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>All of the input layer</source>
   <translation>整个输入图层</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Choose the layer whose extent is to be filled.</source>
   <translation>请选择要填充其范围的图层。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>There is no bookmark yet. Make one, or choose another extent.</source>
   <translation>还没有书签。请创建一个，或选择其他范围。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Draw a rectangle on the map.</source>
   <translation>请在地图上绘制矩形。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Type the extent: west, east, south, north.</source>
   <translation>请输入范围：西、东、南、北。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>The map shows no place yet. Zoom to the area that you want.</source>
   <translation>地图尚未显示任何地点。请缩放到所需区域。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>What the map shows</source>
   <translation>地图显示的范围</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Square at the map's centre</source>
   <translation>地图中心的正方形</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Rectangle drawn on the map</source>
   <translation>在地图上绘制的矩形</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Extent of a layer</source>
   <translation>图层的范围</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Bookmark</source>
   <translation>书签</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Coordinates</source>
   <translation>坐标</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Polygons, one result for each</source>
   <translation>多边形，每个生成一个结果</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Draw a rectangle on the map (Shift: a square)</source>
   <translation>在地图上绘制矩形（Shift：正方形）</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source> px wide and high</source>
   <translation> px 宽和高</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>Drag a rectangle on the map.</source>
   <translation>请在地图上拖出一个矩形。</translation>
  </message>
  <message>
   <location filename="../ui/form.py" />
   <source>Choose: {label}.</source>
   <translation>请选择：{label}。</translation>
  </message>
  <message>
   <location filename="../ui/form.py" />
   <source>Advanced</source>
   <translation>高级</translation>
  </message>
  <message>
   <location filename="../ui/form.py" />
   <source>Roll the dice: another world</source>
   <translation>掷骰子：换一个世界</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Make it in the background (Ctrl+Return)</source>
   <translation>在后台生成 (Ctrl+Return)</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Show a piece of the result on the map, anew with each change</source>
   <translation>在地图上显示结果的一部分，每次更改后刷新</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Click on the map where preview and seeds should be (Return: its middle; Esc: done)</source>
   <translation>在地图上单击预览和种子所在的位置（Return：地图中心；Esc：完成）</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Place of the preview</source>
   <translation>预览位置</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Live layer</source>
   <translation>实时图层</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Add an endless layer that is made wherever you look</source>
   <translation>添加一个无限图层，看到哪里就生成到哪里</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Seeds</source>
   <translation>种子</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Show six seeds to choose from</source>
   <translation>显示六个种子以供选择</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Batch…</source>
   <translation>批处理…</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Run it many times, with a table of parameters</source>
   <translation>用参数表运行多次</translation>
  </message>
  <message>
   <location filename="../ui/form_buttons.py" />
   <source>Set up and run…</source>
   <translation>安装并运行…</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>Back to all models (Esc)</source>
   <translation>返回所有模型 (Esc)</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>It makes {count} layers.</source>
   <translation>将生成 {count} 个图层。</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>Run it?</source>
   <translation>要运行吗？</translation>
  </message>
  <message>
   <location filename="../ui/form_page.py" />
   <source>Terraloom</source>
   <translation>Terraloom</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Processor (CPU)</source>
   <translation>处理器 (CPU)</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Graphics card (CUDA)</source>
   <translation>显卡 (CUDA)</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>Graphics card (Apple)</source>
   <translation>显卡 (Apple)</translation>
  </message>
  <message>
   <location filename="../ui/form_widgets.py" />
   <source>[New file in {folder}]</source>
   <translation>[新文件，位于 {folder}]</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Search models (Ctrl+F)</source>
   <translation>搜索模型 (Ctrl+F)</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Only what fits the selected layer</source>
   <translation>仅显示适合所选图层的模型</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Shows the models that can start from '{layer}'.</source>
   <translation>显示可以从“{layer}”开始的模型。</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Select a layer in QGIS's Layers panel first.</source>
   <translation>请先在 QGIS 的图层面板中选择一个图层。</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>Models, set-up, options and help</source>
   <translation>模型、安装、选项和帮助</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>No model starts from the layer '{layer}'.</source>
   <translation>没有可以从图层“{layer}”开始的模型。</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>No model matches '{text}'.</source>
   <translation>没有与“{text}”匹配的模型。</translation>
  </message>
  <message>
   <location filename="../ui/gallery.py" />
   <source>There are no models.</source>
   <translation>没有模型。</translation>
  </message>
  <message>
   <location filename="../ui/gallery_entries.py" />
   <source>Not usable</source>
   <translation>不可用</translation>
  </message>
  <message>
   <location filename="../ui/gallery_entries.py" />
   <source>{sizes} m</source>
   <translation>{sizes} m</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Where PyTorch runs</source>
   <translation>PyTorch 的运行位置</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Now: nowhere yet. Set up the managed environment, or name a Python of yours.</source>
   <translation>当前：尚无。请安装托管环境，或指定您自己的 Python。</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Now: {reason}</source>
   <translation>当前：{reason}</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>The environment variable {names} is set and wins over this choice.</source>
   <translation>已设置环境变量 {names}，它优先于此选择。</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;Automatic</source>
   <translation>自动(&amp;A)</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>The managed environment, else QGIS's own Python</source>
   <translation>托管环境，否则使用 QGIS 自身的 Python</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;Managed environment</source>
   <translation>托管环境(&amp;M)</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>The one below, that Terraloom sets up</source>
   <translation>由 Terraloom 安装的下列环境</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>A &amp;Python of mine</source>
   <translation>我自己的 Python(&amp;P)</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Conda, the system's, or any that has PyTorch</source>
   <translation>Conda、系统 Python，或任何装有 PyTorch 的 Python</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;In QGIS's own process</source>
   <translation>在 QGIS 自身的进程中(&amp;I)</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Where QGIS's Python has PyTorch; a crash there ends QGIS</source>
   <translation>适用于 QGIS 的 Python 装有 PyTorch 的情况；其崩溃会使 QGIS 退出</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Python interpreter</source>
   <translation>Python 解释器</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>&amp;Check</source>
   <translation>检查(&amp;C)</translation>
  </message>
  <message>
   <location filename="../ui/home_chooser.py" />
   <source>Asking it…</source>
   <translation>正在询问…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <source>Show provenance…</source>
   <translation>显示来源信息…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <location filename="../ui/results.py" />
   <source>Reproduce…</source>
   <translation>重现…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <source>Extend…</source>
   <translation>扩展…</translation>
  </message>
  <message>
   <location filename="../ui/layer_actions.py" />
   <source>Verify</source>
   <translation>验证</translation>
  </message>
  <message>
   <location filename="../ui/live_layer.py" />
   <source>Bake this extent to GeoTIFF…</source>
   <translation>将此范围输出为 GeoTIFF…</translation>
  </message>
  <message>
   <location filename="../ui/live_layer.py" />
   <source>Fit the colours to this view</source>
   <translation>使颜色适应当前视图</translation>
  </message>
  <message>
   <location filename="../ui/live_layer.py" />
   <source>{title}, live (seed {seed})</source>
   <translation>{title}，实时（种子 {seed}）</translation>
  </message>
  <message>
   <location filename="../ui/live_renderer.py" />
   <source>Zoom in to see this live layer</source>
   <translation>放大以查看此实时图层</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <location filename="../ui/models_dialog.py" />
   <source>your own</source>
   <translation>自有</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <location filename="../ui/models_dialog.py" />
   <source>bundled</source>
   <translation>内置</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Algorithm</source>
   <translation>算法</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Pixel sizes</source>
   <translation>像元大小</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>native {sizes} m, usable from {low} to {high} m</source>
   <translation>原生 {sizes} m，可用于 {low} 至 {high} m</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Limits</source>
   <translation>局限</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Licence</source>
   <translation>许可证</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Attribution</source>
   <translation>署名</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Trained on</source>
   <translation>训练数据</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Area</source>
   <translation>区域</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>It is not in the toolbox; the log messages of Terraloom say why.</source>
   <translation>它不在工具箱中；Terraloom 的日志消息说明了原因。</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Measured quality</source>
   <translation>实测质量</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>This folder cannot be used.</source>
   <translation>此文件夹无法使用。</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <location filename="../ui/model_text.py" />
   <source>Choose a model on the left, or import one.</source>
   <translation>请在左侧选择一个模型，或导入一个。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Terraloom models</source>
   <translation>Terraloom 模型</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>A zip file…</source>
   <translation>zip 文件…</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>A folder…</source>
   <translation>文件夹…</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <location filename="../ui/results.py" />
   <location filename="../ui/run_list.py" />
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Only your own models can be removed; this one is bundled.</source>
   <translation>只能移除您自己的模型；此模型为内置模型。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Import a model</source>
   <translation>导入模型</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Zip files (*.zip)</source>
   <translation>Zip 文件 (*.zip)</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Model '{id}' was imported.</source>
   <translation>已导入模型“{id}”。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Left out, because they are not data: {files}.</source>
   <translation>未导入下列非数据文件：{files}。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>It was not imported, and nothing has changed.</source>
   <translation>未导入，且没有任何改动。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>{reason} Replace it with the one in '{name}'?</source>
   <translation>{reason} 用“{name}”中的模型替换它吗？</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Replace model</source>
   <translation>替换模型</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Export the model</source>
   <translation>导出模型</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Exported to '{path}'.</source>
   <translation>已导出到“{path}”。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>The model was not exported.</source>
   <translation>未能导出模型。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Remove the model in '{folder}'? Its files are deleted. Results that it made stay, but can no longer be reproduced or verified here.</source>
   <translation>移除“{folder}”中的模型？其文件将被删除。由它生成的结果会保留，但无法再在此处重现或验证。</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>Remove model</source>
   <translation>移除模型</translation>
  </message>
  <message>
   <location filename="../ui/models_dialog.py" />
   <source>The model was not removed.</source>
   <translation>未能移除模型。</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>auto: the best that works</source>
   <translation>auto：可用设备中最好的</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>QGIS's temporary folder</source>
   <translation>QGIS 的临时文件夹</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source> GB</source>
   <translation> GB</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source> minutes</source>
   <translation> 分钟</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Copy &amp;diagnostics</source>
   <translation>复制诊断信息(&amp;D)</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>A report to paste where you describe a problem; user names are removed</source>
   <translation>一份可粘贴到问题描述中的报告；用户名会被去除</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>&amp;Restore defaults</source>
   <translation>恢复默认值(&amp;R)</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Managed environment</source>
   <translation>托管环境</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Defaults</source>
   <translation>默认值</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>D&amp;evice</source>
   <translation>设备(&amp;E)</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Folder for &amp;results</source>
   <translation>结果文件夹(&amp;T)</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>or</source>
   <translation>或</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>&amp;Warn from</source>
   <translation>警告阈值(&amp;W)</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>, does not work</source>
   <translation>，无法使用</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Collecting…</source>
   <translation>正在收集…</translation>
  </message>
  <message>
   <location filename="../ui/options_page.py" />
   <source>Copied. Paste it where you describe the problem.</source>
   <translation>已复制。请粘贴到您描述问题的地方。</translation>
  </message>
  <message>
   <location filename="../ui/panel.py" />
   <source>One step is left: PyTorch, which computes, is not set up.</source>
   <translation>还差一步：负责计算的 PyTorch 尚未安装。</translation>
  </message>
  <message>
   <location filename="../ui/panel.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Set up…</source>
   <translation>安装…</translation>
  </message>
  <message>
   <location filename="../ui/polygon_chooser.py" />
   <source>Selected ones only</source>
   <translation>仅选中的要素</translation>
  </message>
  <message>
   <location filename="../ui/polygon_chooser.py" />
   <source>More than {most} polygons are too many at once. Select some of them, and choose 'Selected ones only'.</source>
   <translation>一次最多处理 {most} 个多边形，现在太多了。请先选中其中一部分，再勾选“仅选中的要素”。</translation>
  </message>
  <message>
   <location filename="../ui/polygon_chooser.py" />
   <source>Choose a polygon layer that has features.</source>
   <translation>请选择含有要素的多边形图层。</translation>
  </message>
  <message>
   <location filename="../ui/preview.py" />
   <source>The map shows no place that there could be a preview of.</source>
   <translation>地图未显示任何可以预览的地点。</translation>
  </message>
  <message>
   <location filename="../ui/preview_item.py" />
   <source>Computing the preview…</source>
   <translation>正在计算预览…</translation>
  </message>
  <message>
   <location filename="../ui/provenance_dialog.py" />
   <source>How “{name}” was made</source>
   <translation>“{name}”的生成方式</translation>
  </message>
  <message>
   <location filename="../ui/provenance_dialog.py" />
   <source>This layer is synthetic. With the same model, seed and parameters anybody can make it again; Verify checks that it is unchanged.</source>
   <translation>此图层是合成的。使用相同的模型、种子和参数，任何人都可以重新生成它；“验证”可检查它是否未被改动。</translation>
  </message>
  <message>
   <location filename="../ui/provenance_dialog.py" />
   <location filename="../ui/results.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Finished, but its project was closed meanwhile.</source>
   <translation>已完成，但所属工程已被关闭。</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Finished in {time}.</source>
   <translation>已完成，用时 {time}。</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>'{path}' could not be loaded.</source>
   <translation>无法加载“{path}”。</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Add to project</source>
   <translation>添加到工程</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Open the form with the parameters of this run</source>
   <translation>用此次运行的参数打开表单</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy as Python, as a command, or the log</source>
   <translation>复制为 Python、复制为命令，或复制日志</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Open form…</source>
   <translation>打开表单…</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy as Python</source>
   <translation>复制为 Python</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy as qgis_process command</source>
   <translation>复制为 qgis_process 命令</translation>
  </message>
  <message>
   <location filename="../ui/results.py" />
   <source>Copy log</source>
   <translation>复制日志</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Runs</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Clear finished</source>
   <translation>清除已完成</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <location filename="../ui/setup_offer.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Details</source>
   <translation>详细信息</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>What can be done with this run</source>
   <translation>可对此次运行执行的操作</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Remove from this list</source>
   <translation>从此列表中移除</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Finished in {time}</source>
   <translation>已完成，用时 {time}</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>Starting</source>
   <translation>正在启动</translation>
  </message>
  <message>
   <location filename="../ui/run_list.py" />
   <source>{time} left</source>
   <translation>剩余 {time}</translation>
  </message>
  <message>
   <location filename="../ui/runs.py" />
   <source>Cancelling…</source>
   <translation>正在取消…</translation>
  </message>
  <message>
   <location filename="../ui/runs.py" />
   <source>It failed without a reason. See the log.</source>
   <translation>运行失败，未给出原因。请查看日志。</translation>
  </message>
  <message>
   <location filename="../ui/seed_strip.py" />
   <source>Seed {seed}</source>
   <translation>种子 {seed}</translation>
  </message>
  <message>
   <location filename="../ui/seed_strip.py" />
   <source>Offer other seeds</source>
   <translation>提供其他种子</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>{reason} PyTorch, which runs the models, must be set up again.</source>
   <translation>{reason} 运行模型所需的 PyTorch 必须重新安装。</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>PyTorch, which runs the models, is not set up yet.</source>
   <translation>运行模型所需的 PyTorch 尚未安装。</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Not now</source>
   <translation>暂不</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>It can be set up at any time in Settings &gt; Options &gt; Terraloom</source>
   <translation>可随时在“设置 &gt; 选项 &gt; Terraloom”中安装</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Download and install PyTorch for Terraloom's models?</source>
   <translation>要下载并安装 Terraloom 模型所需的 PyTorch 吗？</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Removing PyTorch</source>
   <translation>正在移除 PyTorch</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Setting up PyTorch</source>
   <translation>正在安装 PyTorch</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>Set up (about {size})…</source>
   <translation>安装（约 {size}）…</translation>
  </message>
  <message>
   <location filename="../ui/setup_offer.py" />
   <source>{build}.

Folder: {folder} ({free} free). QGIS's own Python is not changed, and all of it can be removed with one click in Settings &gt; Options &gt; Terraloom.

You can go on working meanwhile.</source>
   <translation>{build}。

文件夹：{folder}（可用 {free}）。QGIS 自身的 Python 不会改变，所有内容都可以在“设置 &gt; 选项 &gt; Terraloom”中一键移除。

在此期间您可以继续工作。</translation>
  </message>
  <message>
   <location filename="../ui/setup_run.py" />
   <source>The algorithm '{id}' is not there. Restart QGIS.</source>
   <translation>没有算法“{id}”。请重新启动 QGIS。</translation>
  </message>
  <message>
   <location filename="../ui/setup_run.py" />
   <source>Cancelled. What is downloaded is kept for the next time.</source>
   <translation>已取消。已下载的内容会保留到下次使用。</translation>
  </message>
  <message>
   <location filename="../ui/setup_run.py" />
   <source>The set-up did not end well.</source>
   <translation>安装未能顺利完成。</translation>
  </message>
  <message>
   <location filename="../ui/speeds.py" />
   <source>{number} Mpx/s here</source>
   <translation>本机 {number} Mpx/s</translation>
  </message>
  <message>
   <location filename="../ui/swipe.py" />
   <source>Swipe between the input and the preview</source>
   <translation>在输入与预览之间滑动对比</translation>
  </message>
  <message>
   <location filename="../ui/swipe.py" />
   <source>Drag: the input on the left, the preview on the right</source>
   <translation>拖动：左侧为输入，右侧为预览</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Buildings</source>
   <translation>建筑</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Makes buildings with heights, as a raster and as polygons, along the streets of a map or of a layer of roads.</source>
   <translation>沿地图或道路图层的街道生成带高度的建筑，以栅格和多边形形式输出。</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Maps</source>
   <translation>地图</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>The buildings are invented. Large blocks with courtyards come out too loose, and density and size follow a wish only in part. Heights were known for few of the buildings in training, most of them in New York; roofs are flat.</source>
   <translation>建筑是虚构的。带庭院的大型街区会过于稀疏，密度和大小只能部分地符合要求。训练中只有少数建筑有已知高度，且多在纽约；屋顶均为平顶。</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Density</source>
   <translation>密度</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>How densely it is built: 50 is what the streets suggest; more crowds the buildings, less leaves some out.</source>
   <translation>建筑的密集程度：50 与街道相称；越大越拥挤，越小则建筑越少。</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Size of buildings</source>
   <translation>建筑大小</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>How large the buildings are: 50 is what the map suggests; less makes them smaller, more makes them larger.</source>
   <translation>建筑的大小：50 与地图相称；越小则建筑越小，越大则建筑越大。</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Keep the buildings of the map</source>
   <translation>保留地图中的建筑</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Where the map given as a layer has buildings, give these their heights and make no others.</source>
   <translation>若作为图层给出的地图含有建筑，则为其赋予高度，不再生成其他建筑。</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Map or roads</source>
   <translation>地图或道路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Classes to build on: map tiles, or any raster of roads, water and land use. Buildings stand beside its streets.</source>
   <translation>用于布置建筑的类别：地图瓦片，或任何包含道路、水体和土地利用的栅格。建筑位于其街道两旁。</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Open land</source>
   <translation>空地</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Farmland</source>
   <translation>农田</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Forest</source>
   <translation>森林</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Built-up land</source>
   <translation>建成区</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Industry and trade</source>
   <translation>工商业</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Park and grass</source>
   <translation>公园与草地</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Water</source>
   <translation>水体</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Path</source>
   <translation>小径</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Minor road</source>
   <translation>次要道路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Major road</source>
   <translation>主要道路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Railway</source>
   <translation>铁路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <source>Building</source>
   <translation>建筑</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>OpenStreetMap extracts of Liechtenstein, Snezhinsk, Monaco and New York</source>
   <translation>列支敦士登、斯涅任斯克、摩纳哥和纽约的 OpenStreetMap 数据</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>four towns with all their buildings; kept out: Helsinki, northern Bayreuth, Volkel and Uden</source>
   <translation>四个城镇及其全部建筑；留作测试：赫尔辛基、拜罗伊特北部、福尔克尔和于登</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Climate</source>
   <translation>气候</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Makes monthly temperature or precipitation for an extent: an annual cycle from latitude, height, land and sea, and months that differ from year to year, the same every time and without seams.</source>
   <translation>为一个范围生成逐月气温或降水：由纬度、高程、陆地和海洋决定的年循环，以及逐年不同的各个月份，每次都相同，且没有接缝。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The climate is invented. What is usual at a place was learned from few and short records: temperature of all land for eight months of one year, of the sea, and of three small regions; precipitation of Africa, Vietnam and, by years only, the United States. Regions that were kept out are missed by 2.5 to 2.8 °C, which in the southeast of the United States is no better than latitude and season alone tell. How months differ from what is usual was learned from Vietnam and, for temperature, from Iberia. Elsewhere, and above all for precipitation north of 40°N, it extrapolates. Ocean currents, trends and El Niño are not in it, nor is daily weather.</source>
   <translation>气候是虚构的。各地的常态由少量且短暂的记录学得：气温来自一年中八个月的全部陆地、海洋以及三个小区域；降水来自非洲、越南，以及仅按年计的美国。对留作测试的区域，误差为 2.5 至 2.8 °C，在美国东南部并不优于仅凭纬度和季节所能得出的结果。各月如何偏离常态学自越南，气温还学自伊比利亚半岛。在其他地方，尤其是北纬 40° 以北的降水，属于外推。其中没有洋流、长期趋势和厄尔尼诺，也没有逐日天气。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Variable</source>
   <translation>变量</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>What the bands hold: mean temperature near the ground, or the sum of precipitation, of a month.</source>
   <translation>波段的内容：一个月的近地面平均气温或降水总量。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Temperature (°C)</source>
   <translation>气温 (°C)</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Precipitation (mm)</source>
   <translation>降水 (mm)</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>First year</source>
   <translation>起始年份</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Any two periods agree on the months that they share.</source>
   <translation>任意两个时段在共有的月份上一致。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>First month</source>
   <translation>起始月份</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Number of months</source>
   <translation>月数</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>One band each.</source>
   <translation>每月一个波段。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>What the output holds</source>
   <translation>输出内容</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>One course of events, or the mean or the standard deviation of several.</source>
   <translation>一种演变过程，或多种演变过程的平均值或标准差。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The months of this seed</source>
   <translation>此种子的各月</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The mean of the ensemble</source>
   <translation>集合的平均值</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The standard deviation of the ensemble</source>
   <translation>集合的标准差</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Members of the ensemble</source>
   <translation>集合成员数</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Of this seed and the ones that follow it, on the same land. Only for mean and spread.</source>
   <translation>由此种子及其后的种子得到，陆地相同。仅用于平均值和离散度。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Elevation</source>
   <translation>高程</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>The ground that the climate lies on, in metres; 0 and less is sea. It should reach about 2,000 km beyond the extent: ground that is not known counts as land. Without it, the land is the one that the terrain model makes of the same seed.</source>
   <translation>气候所在的地面，以米为单位；0 及以下为海洋。它应超出范围约 2,000 km：未知的地面视为陆地。若不给出，则采用地形模型由相同种子生成的陆地。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>Coarse field to follow</source>
   <translation>要遵循的粗略场</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>A coarser field of the chosen variable, in °C (or kelvin) or mm in a month, for example of a climate model: its means are kept, and detail is added. Its bands are the months from the first on; after the last, the first comes again.</source>
   <translation>所选变量的较粗略的场，以 °C（或开尔文）或每月 mm 为单位，例如气候模式的输出：保持其平均值，并添加细节。其波段为从起始月份开始的各月；最后一个之后又从第一个开始。</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>ERA5 monthly fields of Vietnam and Iberia, GHCN-CAMS land temperature, ERSST sea surface temperature, GPCC precipitation of Africa, yearly fields of the United States and southern Quebec; elevation at 2 and 20 arc-minutes</source>
   <translation>越南和伊比利亚半岛的 ERA5 月场、GHCN-CAMS 陆地气温、ERSST 海面温度、非洲的 GPCC 降水、美国和魁北克南部的年场；2 角分和 20 角分的高程</translation>
  </message>
  <message>
   <location filename="../models/climate/model.json" />
   <source>temperature: all land but Antarctica, and the sea between 60°S and 60°N; precipitation: Africa, the Middle East, Vietnam, the United States</source>
   <translation>气温：除南极洲外的所有陆地，以及南纬 60° 至北纬 60° 之间的海洋；降水：非洲、中东、越南、美国</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Imagery</source>
   <translation>影像</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>Makes satellite-like imagery from nothing but an extent and a seed: a landscape, what grows and is built on it, and its picture in red, green, blue and near infrared at 10 m.</source>
   <translation>仅凭范围和种子生成类卫星影像：一片地貌、其上生长和建造之物，以及 10 米分辨率的红、绿、蓝和近红外影像。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>It has seen few scenes, most of them towns. Towns have the look of roofs and streets, but no network of streets; there are no roads and no streams. The landscape is invented, and its land cover follows stated rules and chance. Woods are plainer than real ones, and snow is a mere colour.</source>
   <translation>模型只见过少量影像，多为城镇。城镇看上去有屋顶和街道，但没有连通的道路网；没有公路，也没有溪流。地貌是虚构的，其土地覆盖遵循给定的规则和随机性。林地比真实的单调，雪只是一种颜色。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Landform</source>
   <translation>地貌类型</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>What kind of landscape to make. Natural is a world of its own, with seas, plains and ranges.</source>
   <translation>要生成哪种地貌。“自然”自成一个世界，有海洋、平原和山脉。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/map_tiles/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Natural: whatever the seed holds at this place</source>
   <translation>自然: 由种子决定此处的地貌</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Alpine: high mountains</source>
   <translation>高山: 高大的山脉</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Hills: low mountains and hill country</source>
   <translation>丘陵: 低山与丘陵</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Plateau: high land of little relief, cut by valleys</source>
   <translation>高原: 起伏小、被山谷切割的高地</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Plain: lowland</source>
   <translation>平原: 低地</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Coast: land and sea</source>
   <translation>海岸: 陆地与海洋</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Relief</source>
   <translation>起伏</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>How mountainous: 50 is usual for the landform, every 25 more double the differences in height.</source>
   <translation>多山的程度：50 为该地貌类型的常态，每增加 25，高差翻一倍。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Sea level</source>
   <translation>海平面</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/terrain/model.json" />
   <source>Height of the sea's surface. Raising it floods the low land.</source>
   <translation>海面的高度。提高它会淹没低地。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Region and season</source>
   <translation>地区与季节</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Whose colours the land takes. Within a choice the seed decides.</source>
   <translation>土地采用何处的色彩。同一选项之内由种子决定。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Any: the seed decides</source>
   <translation>任意：由种子决定</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Desert</source>
   <translation>荒漠</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Mediterranean, summer</source>
   <translation>地中海，夏季</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Dry mountains, summer</source>
   <translation>干旱山地，夏季</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Savanna, dry season</source>
   <translation>稀树草原，旱季</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Temperate, spring</source>
   <translation>温带，春季</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Temperate, summer</source>
   <translation>温带，夏季</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Humid subtropics and tropics</source>
   <translation>湿润亚热带与热带</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Temperate, winter</source>
   <translation>温带，冬季</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Dubai, December</source>
   <translation>如迪拜，12月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Las Vegas, August</source>
   <translation>如拉斯维加斯，8月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Beirut, August</source>
   <translation>如贝鲁特，8月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Montpellier, August</source>
   <translation>如蒙彼利埃，8月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Pisa, July</source>
   <translation>如比萨，7月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Northern California, August</source>
   <translation>如北加利福尼亚，8月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Zion, Utah</source>
   <translation>如犹他州锡安</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Brasilia, September</source>
   <translation>如巴西利亚，9月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Bordeaux, May</source>
   <translation>如波尔多，5月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Saclay, March</source>
   <translation>如萨克雷，3月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Rennes, August</source>
   <translation>如雷恩，8月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Beihai, December</source>
   <translation>如北海，12月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Chongqing, April</source>
   <translation>如重庆，4月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Hong Kong, September</source>
   <translation>如香港，9月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Mumbai, November</source>
   <translation>如孟买，11月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Paris (Bercy), November</source>
   <translation>如巴黎（贝尔西），11月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Milan, December</source>
   <translation>如米兰，12月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>As Paris, November</source>
   <translation>如巴黎，11月</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Fields and towns</source>
   <translation>农田与城镇</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>How much of the level ground people use: 0 is wilderness, 100 hardly leaves any.</source>
   <translation>人类使用平地的程度：0 为荒野，100 时几乎不留荒地。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Dryness</source>
   <translation>干旱程度</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>0 is green everywhere; at 100 bare ground and shrub take the place of woods.</source>
   <translation>0 表示处处绿色；100 时裸地和灌丛取代林地。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Snow line</source>
   <translation>雪线</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Snow covers the ground above about this height; trees end 800 m below it.</source>
   <translation>大约高于此高度的地面有积雪；树木止于其下 800 米。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Fields</source>
   <translation>农田</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>How clearly the fields of crop land stand out from one another; their shapes are made up. At 0 crop land is drawn like any other land.</source>
   <translation>耕地中的各块农田彼此区分的明显程度；其形状是虚构的。0 时耕地与其他土地的画法相同。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Direction of the sun</source>
   <translation>太阳方位</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Clockwise from north. It matters where elevation is known.</source>
   <translation>从正北顺时针计。仅在已知高程处起作用。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Height of the sun</source>
   <translation>太阳高度</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Above the horizon. It matters where elevation is known.</source>
   <translation>地平线以上的角度。仅在已知高程处起作用。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>elevation</source>
   <translation>高程</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>land cover</source>
   <translation>土地覆盖</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <source>17 Sentinel-2 scenes of towns and their surroundings at 10 m, and one Landsat 8 scene with the National Land Cover Database at 30 m. The classes of the Sentinel-2 scenes were learnt from some 200 rectangles that a person outlined by eye; they are no survey. What the air over each scene sent back is told by its darkest blue and taken away, so that values are near the ground's reflectance. The landscape comes from the stages of the model terrain.</source>
   <translation>17 景 10 米 Sentinel-2 城镇及周边影像，以及一景配有国家土地覆盖数据库的 30 米 Landsat 8 影像。Sentinel-2 影像的类别由人工目视勾画的约 200 个矩形学得，并非实地调查。每景影像中大气反射的部分由其最暗的蓝色推得并予以扣除，因此数值接近地面反射率。地貌来自 terrain 模型的各阶段。</translation>
  </message>
  <message>
   <location filename="../models/imagery/model.json" />
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>17 towns in Asia, Europe, South America and the United States, one valley in California, Zion in Utah</source>
   <translation>亚洲、欧洲、南美洲和美国的 17 座城镇，加利福尼亚的一个山谷，犹他州的锡安</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Imagery from land cover</source>
   <translation>由土地覆盖生成影像</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Makes satellite-like imagery of the land that a land cover layer describes: red, green, blue and near infrared at 10 m, in the colours of a region and season.</source>
   <translation>为土地覆盖图层所描述的土地生成类卫星影像：10 米分辨率的红、绿、蓝和近红外，呈现某一地区和季节的色彩。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>It has seen few scenes, most of them towns. Towns have the look of roofs and streets, but no network of streets. Fields are rectangles of made-up size and place, woods are plainer than real ones, and snow is a mere colour. The image shows what such land looks like, not what lies there.</source>
   <translation>模型只见过少量影像，多为城镇。城镇看上去有屋顶和街道，但没有连通的道路网。农田是大小和位置均为虚构的矩形，林地比真实的单调，雪只是一种颜色。影像展示此类土地的样子，而不是那里真实存在的东西。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Land cover</source>
   <translation>土地覆盖</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Which class the ground has: a raster of classes.</source>
   <translation>地面属于哪一类：分类栅格。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <source>Heights in metres. Slopes then lie in light and shade.</source>
   <translation>以米为单位的高程。坡面因此有明暗。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>water</source>
   <translation>水体</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>trees</source>
   <translation>树木</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>grass and shrub</source>
   <translation>草地与灌丛</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>crops</source>
   <translation>农作物</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>built-up</source>
   <translation>建成区</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>bare ground</source>
   <translation>裸地</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>snow and ice</source>
   <translation>冰雪</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_landcover/model.json" />
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>17 Sentinel-2 scenes of towns and their surroundings at 10 m, and one Landsat 8 scene with the National Land Cover Database at 30 m. The classes of the Sentinel-2 scenes were learnt from some 200 rectangles that a person outlined by eye; they are no survey. What the air over each scene sent back is told by its darkest blue and taken away, so that values are near the ground's reflectance.</source>
   <translation>17 景 10 米 Sentinel-2 城镇及周边影像，以及一景配有国家土地覆盖数据库的 30 米 Landsat 8 影像。Sentinel-2 影像的类别由人工目视勾画的约 200 个矩形学得，并非实地调查。每景影像中大气反射的部分由其最暗的蓝色推得并予以扣除，因此数值接近地面反射率。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Imagery from terrain</source>
   <translation>由地形生成影像</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Makes satellite-like imagery that belongs to a digital elevation model: water, woods, fields, towns and rock where the land allows them, in the light of a sun.</source>
   <translation>生成与数字高程模型相配的类卫星影像：在地形允许之处有水体、林地、农田、城镇和岩石，并带有日照。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>It has seen few scenes, most of them towns. Towns have the look of roofs and streets, but no network of streets; there are no roads and no streams. Where woods, fields and towns lie follows stated rules and chance, not knowledge of the place. Woods are plainer than real ones, and snow is a mere colour.</source>
   <translation>模型只见过少量影像，多为城镇。城镇看上去有屋顶和街道，但没有连通的道路网；没有公路，也没有溪流。林地、农田和城镇的位置遵循给定的规则和随机性，并非对该地的了解。林地比真实的单调，雪只是一种颜色。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Heights in metres. They decide where water, woods, fields and rock lie, and how the light falls.</source>
   <translation>以米为单位的高程。它决定水体、林地、农田和岩石的位置以及光照。</translation>
  </message>
  <message>
   <location filename="../models/imagery_from_terrain/model.json" />
   <source>Which class the ground has. Empty: found from the elevation.</source>
   <translation>地面属于哪一类。留空：由高程推得。</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Map tiles</source>
   <translation>地图瓦片</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Makes a town map from nothing but an extent and a seed: streets, blocks, buildings, water and green as classes of a palette, the same every time and without seams.</source>
   <translation>只凭范围和种子生成城镇地图：街道、街区、建筑、水体和绿地，以调色板的类别表示，每次结果相同且没有接缝。</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>The map is invented: it shows what towns look like, not what lies at the place. Main roads bend and turn more than real ones, rivers and railways sometimes end, and the blocks of dense towns are filled too loosely. It was trained on seven places, so that other parts of the world are not in it.</source>
   <translation>地图是虚构的：它表现城镇的样子，而不是该地点的实际情况。主要道路的弯折比真实道路多，河流和铁路有时会中断，密集城镇的街区填充得过于稀疏。模型只在七个地方训练，因此不包含世界其他地区的特点。</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>What kind of place to make. Natural is a world of its own, with towns, villages and the land between them.</source>
   <translation>要生成什么样的地方。“自然”是一个独立的世界，有城镇、村庄以及它们之间的土地。</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Countryside: fields, woods and hamlets</source>
   <translation>乡野：农田、树林和小村落</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Village: a small place in the country</source>
   <translation>村庄：乡间的小地方</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>Suburb: houses along residential streets</source>
   <translation>郊区：住宅街道旁的房屋</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>City: dense blocks and main roads</source>
   <translation>城市：密集的街区和主要道路</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>How densely it is built: 50 is usual for the place, every 25 more double the share of built-up land and of buildings.</source>
   <translation>建设的密度：50 为该地点的通常值，每增加 25，建成区和建筑的比例翻一倍。</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>OpenStreetMap extracts of Liechtenstein, Snezhinsk, Valletta, Monaco, Malé, New York and Baltimore</source>
   <translation>列支敦士登、斯涅任斯克、瓦莱塔、摩纳哥、马累、纽约和巴尔的摩的 OpenStreetMap 摘录</translation>
  </message>
  <message>
   <location filename="../models/map_tiles/model.json" />
   <source>seven towns and the country around some of them; kept out: Helsinki, northern Bayreuth, Volkel and Uden</source>
   <translation>七个城镇及其中一些周围的乡村；未用于训练：赫尔辛基、拜罗伊特北部、福尔克尔和于登</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Makes a landscape from nothing but an extent and a seed: land and sea, ranges and plains, valleys and shores, the same every time and without seams.</source>
   <translation>仅凭一个范围和一个种子生成地貌：陆地与海洋、山脉与平原、山谷与海岸，每次都相同，且没有接缝。</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>The landscape is invented: it shows what terrain looks like, not what lies at the place. There is less high mountain than on Earth, and flat coasts are more ragged than real ones.</source>
   <translation>地貌是虚构的：它展示地形的样子，而不是该地的实况。高山比地球上少，平缓的海岸也比真实海岸更破碎。</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Land elevation at 2 arc-minutes (SRTM30, GTOPO30), ETOPO1 at 1 arc-minute, and the 30 to 90 m elevation that terrain_detail was trained on</source>
   <translation>2 角分的陆地高程（SRTM30、GTOPO30）、1 角分的 ETOPO1，以及训练 terrain_detail 所用的 30 至 90 m 高程</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>all land between 56°S and 75°N; 73 areas on five continents in detail</source>
   <translation>南纬 56° 至北纬 75° 之间的所有陆地；五大洲的 73 个区域为详细数据</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>Terrain detail</source>
   <translation>地形细化</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>Gives a coarse elevation raster, or a relief sketch, the ridges and valleys of real terrain at a pixel size 2 to 16 times finer, and keeps the coarse one.</source>
   <translation>为粗略的高程栅格或地形草图添加真实地形的山脊和山谷，像元精细 2 至 16 倍，并保持粗略的原值。</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>It invents plausible detail, not the true one: use it for visualisation, simulation and training data, never for navigation, engineering or hazard maps of a real place.</source>
   <translation>它生成的是合理而非真实的细节：可用于可视化、模拟和训练数据，切勿用于真实地点的导航、工程或灾害地图。</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>SRTM 3 and 1 arc-second, ASTER GDEM, NASADEM, Copernicus DEM, USGS 3DEP, NPI and OS Terrain 50 elevation, 30 to 90 m</source>
   <translation>SRTM 3 角秒和 1 角秒、ASTER GDEM、NASADEM、哥白尼 DEM、USGS 3DEP、NPI 和 OS Terrain 50 高程，30 至 90 m</translation>
  </message>
  <message>
   <location filename="../models/terrain_detail/model.json" />
   <source>73 areas on five continents; nine more were kept out for testing</source>
   <translation>五大洲的 73 个区域；另有 9 个区域留作测试</translation>
  </message>
 </context>
</TS>
