"""QGIS's desktop, driven as by a user on a screen that nobody sees."""
