### Names that all pages share. Translations call them: { -brics }, { -unite(nombre: "plusieurs") }.

-brics = BRICS

-catalogue = catalog

-unite =
    { $nombre ->
       *[un] unit
        [plusieurs] units
    }
