"""Grid -> RawTables: where tables lie on a sheet, their headers, what is set aside."""
