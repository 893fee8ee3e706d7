### أسماء مشتركة بين جميع الصفحات، تُستدعى هكذا: { -brics }.

-brics = بريكس

-catalogue = فهرس

-unite =
    { $nombre ->
       *[un] وحدة
        [plusieurs] وحدات
    }
