### Nombres comunes a todas las páginas. Las traducciones los llaman así: { -brics }, { -unite(nombre: "plusieurs") }.

-brics = BRICS

-catalogue = catálogo

-unite =
    { $nombre ->
       *[un] unidad
        [plusieurs] unidades
    }
