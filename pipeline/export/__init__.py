"""The database as files others can work with: ``tables`` are read, ``dictionary`` says what they mean,

``write`` makes CSV, JSON lines, Parquet or Excel of each, ``datapackage`` a Frictionless data package of all.
"""
