### fr → de · Write the translation under each unit, as: id = translation

# @unit sommet-kazan-xtgs62 (front-matter)
# fr: À Kazan, Pékin et Moscou fêtent 75 ans de relations
sommet-kazan-xtgs62 = In Kasan feiern Peking und Moskau 75 Jahre Beziehungen

# @unit sommet-kazan-sp5sq3 (front-matter)
# fr: Le sommet des BRICS réunit deux voisins que les sanctions rapprochent, sans effacer ce qui les sépare.
sommet-kazan-sp5sq3 = Der { -brics }-Gipfel vereint zwei Nachbarn, die durch Sanktionen zusammenrücken, ohne dass das Trennende verschwindet.

# @unit sommet-kazan-tey5qe
# fr: Soixante-quinze ans après avoir noué des relations diplomatiques, la Chine et la Russie se retrouvent à Kazan pour le sommet des BRICS, du 22 au 24 octobre 2024.
sommet-kazan-tey5qe = Fünfundsiebzig Jahre nach der Aufnahme diplomatischer Beziehungen kommen China und Russland vom 22. bis 24. Oktober 2024 beim { -brics }-Gipfel in Kasan zusammen.

# @unit sommet-kazan-eey81g
# fr: L’anniversaire tombe bien : chacune a besoin de l’autre, et toutes deux veulent le montrer.
sommet-kazan-eey81g = Das Jubiläum kommt gelegen: Jedes der beiden Länder braucht das andere, und beide wollen es zeigen.

# @unit sommet-kazan-keq6ga (heading)
# fr: Un voyage très technique
sommet-kazan-keq6ga = Eine sehr technische Reise

# @unit sommet-kazan-ed7ac5
# fr: En août, une délégation russe s’était déjà rendue en Chine.
sommet-kazan-ed7ac5 = Schon im August war eine russische Delegation nach China gereist.

# @unit sommet-kazan-tszp3z
# fr: Au menu : les médias numériques, l’intelligence artificielle et la cybersécurité.
sommet-kazan-tszp3z = Auf dem Programm: digitale Medien, künstliche Intelligenz und Cybersicherheit.

# @unit sommet-kazan-r41tsp
# fr: Ces trois secteurs ont un point commun : celui qui fournit l’outil finit souvent par fixer la règle.
sommet-kazan-r41tsp = Die drei Bereiche haben eines gemeinsam: Wer das Werkzeug liefert, bestimmt am Ende oft die Regel.

# @unit sommet-kazan-8xzq9w
# fr: Pour Moscou, que les sanctions privent d’une bonne part des technologies occidentales, il s’agit de combler un retard.
sommet-kazan-8xzq9w = Moskau, das die Sanktionen von einem Großteil westlicher Technologie abschneiden, will einen Rückstand aufholen.

# @unit sommet-kazan-35sw6e
# fr: Pour Pékin, en concurrence ouverte avec les États-Unis, c’est un marché et un allié de plus.
sommet-kazan-35sw6e = Für Peking, das in offenem Wettbewerb mit den Vereinigten Staaten steht, sind das ein Markt und ein Verbündeter mehr.

# @unit sommet-kazan-j4w9an (heading)
# fr: Un peu moins de dollars
sommet-kazan-j4w9an = Etwas weniger Dollar

# @unit sommet-kazan-er9n20
# fr: Le groupe ne compte plus cinq membres : l’Égypte, l’Éthiopie, l’Iran et les Émirats arabes unis l’ont rejoint le 1er janvier 2024.
sommet-kazan-er9n20 = Die Gruppe zählt nicht mehr nur fünf Mitglieder: Ägypten, Äthiopien, Iran und die Vereinigten Arabischen Emirate sind am 1. Januar 2024 beigetreten.

# @unit sommet-kazan-yn7rvf
# fr: La file d’attente, elle, ne cesse de s’allonger.
sommet-kazan-yn7rvf = Und die Warteliste wird immer länger.

# @unit sommet-kazan-n1mw3z
# fr: Les candidats cherchent d’abord à dépendre moins de l’Occident et de sa monnaie.
sommet-kazan-n1mw3z = Den Kandidaten geht es vor allem darum, weniger vom Westen und seiner Währung abzuhängen.

# @unit sommet-kazan-tr62yd
# fr: Depuis des années, les BRICS encouragent donc les accords bilatéraux et les paiements en monnaies locales.
sommet-kazan-tr62yd = Seit Jahren fördern die { -brics }-Staaten deshalb bilaterale Abkommen und Zahlungen in Landeswährung.

# @unit sommet-kazan-3rs7ps
# fr: Kazan doit dire jusqu’où ils iront ; nul n’attend une monnaie commune pour demain matin.
sommet-kazan-3rs7ps = Kasan soll zeigen, wie weit sie gehen; mit einer gemeinsamen Währung gleich morgen früh rechnet niemand.

# @unit sommet-kazan-vse2ga (heading)
# fr: Un rapprochement sous contrainte
sommet-kazan-vse2ga = Annäherung unter Zwang

# @unit sommet-kazan-4cedvz
# fr: La guerre en Ukraine donne à cette fête un tour particulier.
sommet-kazan-4cedvz = Der Krieg in der Ukraine gibt dieser Feier einen besonderen Beigeschmack.

# @unit sommet-kazan-c7gyaf
# fr: Vu de l’Ouest, chaque accord entre le Kremlin et Pékin ressemble à une menace.
sommet-kazan-c7gyaf = Vom Westen aus gesehen wirkt jedes Abkommen zwischen dem Kreml und Peking wie eine Drohung.

# @unit sommet-kazan-80q6z2
# fr: Les sanctions devaient isoler la Russie ; elles l’ont aussi poussée dans les bras de la Chine.
sommet-kazan-80q6z2 = Die Sanktionen sollten Russland isolieren; sie haben es auch in Chinas Arme getrieben.

# @unit sommet-kazan-hw713s
# fr: Les deux capitales parlent volontiers d’un « monde multipolaire » dont elles seraient les chefs de file.
sommet-kazan-hw713s = Beide Hauptstädte sprechen gern von einer „multipolaren Welt“, an deren Spitze sie selbst stünden.

# @unit sommet-kazan-yyq9z9
# fr: Mais entre un pays de 1,4 milliard d’habitants et un autre près de dix fois moins peuplé, un partenariat n’est jamais tout à fait égal.
sommet-kazan-yyq9z9 = Doch zwischen einem Land mit 1,4 Milliarden Einwohnern und einem, das fast zehnmal weniger hat, ist eine Partnerschaft nie ganz gleich.

# @unit sommet-kazan-v6t968
# fr: C’est peut-être la vraie question de Kazan : qui, des deux, choisira la suite ?
sommet-kazan-v6t968 = Vielleicht ist das in Kasan die eigentliche Frage: Wer von beiden bestimmt, wie es weitergeht?
