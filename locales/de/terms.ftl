### Namen, die alle Seiten gemeinsam haben. Übersetzungen rufen sie so: { -brics }, { -unite(nombre: "plusieurs") }.

-brics = BRICS

-catalogue = Katalog

-unite =
    { $nombre ->
       *[un] Einheit
        [plusieurs] Einheiten
    }
