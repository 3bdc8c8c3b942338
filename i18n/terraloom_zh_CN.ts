<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Terraloom</name>
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
   <location filename="../processing_provider/diagnostics.py" />
   <location filename="../processing_provider/inputs.py" />
   <source>none</source>
   <translation>无</translation>
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
   <location filename="../processing_provider/verify.py" />
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <location filename="../processing_provider/reproduction.py" />
   <location filename="../processing_provider/verify.py" />
   <source>no</source>
   <translation>否</translation>
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
   <source>Looking for a Python to start from</source>
   <translation>正在查找可用的 Python</translation>
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
   <source>Choose a polygon layer that has features.</source>
   <translation>请选择含有要素的多边形图层。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>The map shows no place yet. Zoom to the area that you want.</source>
   <translation>地图尚未显示任何地点。请缩放到所需区域。</translation>
  </message>
  <message>
   <location filename="../ui/extent_chooser.py" />
   <source>All of the input layer</source>
   <translation>整个输入图层</translation>
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
   <source>Selected ones only</source>
   <translation>仅选中的要素</translation>
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
   <source>'{path}' could not be loaded.</source>
   <translation>无法加载“{path}”。</translation>
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
   <source>Open land</source>
   <translation>空地</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Farmland</source>
   <translation>农田</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Forest</source>
   <translation>森林</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Built-up land</source>
   <translation>建成区</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Industry and trade</source>
   <translation>工商业</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Park and grass</source>
   <translation>公园与草地</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Water</source>
   <translation>水体</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Path</source>
   <translation>小径</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Minor road</source>
   <translation>次要道路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Major road</source>
   <translation>主要道路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
   <source>Railway</source>
   <translation>铁路</translation>
  </message>
  <message>
   <location filename="../models/buildings/model.json" />
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
   <location filename="../models/terrain/model.json" />
   <source>Makes a landscape from nothing but an extent and a seed: land and sea, ranges and plains, valleys and shores, the same every time and without seams.</source>
   <translation>仅凭一个范围和一个种子生成地貌：陆地与海洋、山脉与平原、山谷与海岸，每次都相同，且没有接缝。</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>The landscape is invented: it shows what terrain looks like, not what lies at the place. Its valleys do not yet drain as real ones do, and there is less high mountain than on Earth.</source>
   <translation>地貌是虚构的：它展示地形的样子，而不是该地的实况。其山谷的排水尚不如真实地形，高山也比地球上少。</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Landform</source>
   <translation>地貌类型</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>What kind of landscape to make. Natural is a world of its own, with seas, plains and ranges.</source>
   <translation>要生成哪种地貌。“自然”自成一个世界，有海洋、平原和山脉。</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Natural: whatever the seed holds at this place</source>
   <translation>自然: 由种子决定此处的地貌</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Alpine: high mountains</source>
   <translation>高山: 高大的山脉</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Hills: low mountains and hill country</source>
   <translation>丘陵: 低山与丘陵</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Plateau: high land of little relief, cut by valleys</source>
   <translation>高原: 起伏小、被山谷切割的高地</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Plain: lowland</source>
   <translation>平原: 低地</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Coast: land and sea</source>
   <translation>海岸: 陆地与海洋</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Relief</source>
   <translation>起伏</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>How mountainous: 50 is usual for the landform, every 25 more double the differences in height.</source>
   <translation>多山的程度：50 为该地貌类型的常态，每增加 25，高差翻一倍。</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Sea level</source>
   <translation>海平面</translation>
  </message>
  <message>
   <location filename="../models/terrain/model.json" />
   <source>Height of the sea's surface. Raising it floods the low land.</source>
   <translation>海面的高度。提高它会淹没低地。</translation>
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
   <source>It invents plausible detail, not the true one, and its valleys do not yet drain as real ones do: use it for visualisation, simulation and training data, never for navigation, engineering or hazard maps of a real place.</source>
   <translation>它生成的是合理而非真实的细节，其山谷的排水尚不如真实地形：可用于可视化、模拟和训练数据，切勿用于真实地点的导航、工程或灾害地图。</translation>
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
