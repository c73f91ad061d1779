"""The package's data files: page, style, scripts, data sets and lessons."""
