### Noms communs à toutes les pages. Les traductions les appellent : { -brics }.

-brics = BRICS

-catalogue = catalogue

-unite =
    { $nombre ->
       *[un] unité
        [plusieurs] unités
    }
