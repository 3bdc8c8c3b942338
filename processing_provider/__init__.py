"""The QGIS face of core: algorithms made from model cards. qgis.core only, no widgets."""
