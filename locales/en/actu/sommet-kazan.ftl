### fr → en · Write the translation under each unit, as: id = translation

# @unit sommet-kazan-xtgs62 (front-matter)
# fr: À Kazan, Pékin et Moscou fêtent 75 ans de relations
sommet-kazan-xtgs62 = In Kazan, Beijing and Moscow celebrate 75 years of ties

# @unit sommet-kazan-sp5sq3 (front-matter)
# fr: Le sommet des BRICS réunit deux voisins que les sanctions rapprochent, sans effacer ce qui les sépare.
sommet-kazan-sp5sq3 = The { -brics } summit brings together two neighbors whom sanctions push closer, without erasing what keeps them apart.

# @unit sommet-kazan-tey5qe
# fr: Soixante-quinze ans après avoir noué des relations diplomatiques, la Chine et la Russie se retrouvent à Kazan pour le sommet des BRICS, du 22 au 24 octobre 2024.
sommet-kazan-tey5qe = Seventy-five years after establishing diplomatic relations, China and Russia meet in Kazan for the { -brics } summit, from October 22 to 24, 2024.

# @unit sommet-kazan-eey81g
# fr: L’anniversaire tombe bien : chacune a besoin de l’autre, et toutes deux veulent le montrer.
sommet-kazan-eey81g = The anniversary is well timed: each needs the other, and both want the world to see it.

# @unit sommet-kazan-keq6ga (heading)
# fr: Un voyage très technique
sommet-kazan-keq6ga = A very technical trip

# @unit sommet-kazan-ed7ac5
# fr: En août, une délégation russe s’était déjà rendue en Chine.
sommet-kazan-ed7ac5 = A Russian delegation had already traveled to China in August.

# @unit sommet-kazan-tszp3z
# fr: Au menu : les médias numériques, l’intelligence artificielle et la cybersécurité.
sommet-kazan-tszp3z = On the agenda: digital media, artificial intelligence and cybersecurity.

# @unit sommet-kazan-r41tsp
# fr: Ces trois secteurs ont un point commun : celui qui fournit l’outil finit souvent par fixer la règle.
sommet-kazan-r41tsp = These three fields have one thing in common: whoever supplies the tool often ends up setting the rule.

# @unit sommet-kazan-8xzq9w
# fr: Pour Moscou, que les sanctions privent d’une bonne part des technologies occidentales, il s’agit de combler un retard.
sommet-kazan-8xzq9w = For Moscow, cut off by sanctions from much Western technology, the point is to catch up.

# @unit sommet-kazan-35sw6e
# fr: Pour Pékin, en concurrence ouverte avec les États-Unis, c’est un marché et un allié de plus.
sommet-kazan-35sw6e = For Beijing, in open competition with the United States, it means one more market and one more ally.

# @unit sommet-kazan-j4w9an (heading)
# fr: Un peu moins de dollars
sommet-kazan-j4w9an = Slightly fewer dollars

# @unit sommet-kazan-er9n20
# fr: Le groupe ne compte plus cinq membres : l’Égypte, l’Éthiopie, l’Iran et les Émirats arabes unis l’ont rejoint le 1er janvier 2024.
sommet-kazan-er9n20 = The group is no longer a club of five: Egypt, Ethiopia, Iran and the United Arab Emirates joined on January 1, 2024.

# @unit sommet-kazan-yn7rvf
# fr: La file d’attente, elle, ne cesse de s’allonger.
sommet-kazan-yn7rvf = And the waiting list keeps growing.

# @unit sommet-kazan-n1mw3z
# fr: Les candidats cherchent d’abord à dépendre moins de l’Occident et de sa monnaie.
sommet-kazan-n1mw3z = What the applicants want first of all is to depend less on the West and its currency.

# @unit sommet-kazan-tr62yd
# fr: Depuis des années, les BRICS encouragent donc les accords bilatéraux et les paiements en monnaies locales.
sommet-kazan-tr62yd = For years, therefore, the { -brics } have encouraged bilateral deals and payments in local currencies.

# @unit sommet-kazan-3rs7ps
# fr: Kazan doit dire jusqu’où ils iront ; nul n’attend une monnaie commune pour demain matin.
sommet-kazan-3rs7ps = Kazan should tell how far they will go; nobody expects a common currency tomorrow morning.

# @unit sommet-kazan-vse2ga (heading)
# fr: Un rapprochement sous contrainte
sommet-kazan-vse2ga = Closer, under pressure

# @unit sommet-kazan-4cedvz
# fr: La guerre en Ukraine donne à cette fête un tour particulier.
sommet-kazan-4cedvz = The war in Ukraine gives the celebration an unusual flavor.

# @unit sommet-kazan-c7gyaf
# fr: Vu de l’Ouest, chaque accord entre le Kremlin et Pékin ressemble à une menace.
sommet-kazan-c7gyaf = Seen from the West, every agreement between the Kremlin and Beijing looks like a threat.

# @unit sommet-kazan-80q6z2
# fr: Les sanctions devaient isoler la Russie ; elles l’ont aussi poussée dans les bras de la Chine.
sommet-kazan-80q6z2 = Sanctions were meant to isolate Russia; they have also driven it into China’s arms.

# @unit sommet-kazan-hw713s
# fr: Les deux capitales parlent volontiers d’un « monde multipolaire » dont elles seraient les chefs de file.
sommet-kazan-hw713s = Both capitals like to speak of a “multipolar world,” with themselves at its head.

# @unit sommet-kazan-yyq9z9
# fr: Mais entre un pays de 1,4 milliard d’habitants et un autre près de dix fois moins peuplé, un partenariat n’est jamais tout à fait égal.
sommet-kazan-yyq9z9 = But between a country of 1.4 billion people and one with barely a tenth as many, no partnership is ever quite equal.

# @unit sommet-kazan-v6t968
# fr: C’est peut-être la vraie question de Kazan : qui, des deux, choisira la suite ?
sommet-kazan-v6t968 = That may be the real question in Kazan: which of the two will choose what comes next?
