### fr · Written by drogman sync, not edited by hand

# @unit sommet-kazan-xtgs62
sommet-kazan-xtgs62 = À Kazan, Pékin et Moscou fêtent 75 ans de relations

# @unit sommet-kazan-sp5sq3
sommet-kazan-sp5sq3 = Le sommet des BRICS réunit deux voisins que les sanctions rapprochent, sans effacer ce qui les sépare.

# @unit sommet-kazan-tey5qe
sommet-kazan-tey5qe = Soixante-quinze ans après avoir noué des relations diplomatiques, la Chine et la Russie se retrouvent à Kazan pour le sommet des BRICS, du 22 au 24 octobre 2024.

# @unit sommet-kazan-eey81g
sommet-kazan-eey81g = L’anniversaire tombe bien : chacune a besoin de l’autre, et toutes deux veulent le montrer.

# @unit sommet-kazan-keq6ga
sommet-kazan-keq6ga = Un voyage très technique

# @unit sommet-kazan-ed7ac5
sommet-kazan-ed7ac5 = En août, une délégation russe s’était déjà rendue en Chine.

# @unit sommet-kazan-tszp3z
sommet-kazan-tszp3z = Au menu : les médias numériques, l’intelligence artificielle et la cybersécurité.

# @unit sommet-kazan-r41tsp
sommet-kazan-r41tsp = Ces trois secteurs ont un point commun : celui qui fournit l’outil finit souvent par fixer la règle.

# @unit sommet-kazan-8xzq9w
sommet-kazan-8xzq9w = Pour Moscou, que les sanctions privent d’une bonne part des technologies occidentales, il s’agit de combler un retard.

# @unit sommet-kazan-35sw6e
sommet-kazan-35sw6e = Pour Pékin, en concurrence ouverte avec les États-Unis, c’est un marché et un allié de plus.

# @unit sommet-kazan-j4w9an
sommet-kazan-j4w9an = Un peu moins de dollars

# @unit sommet-kazan-er9n20
sommet-kazan-er9n20 = Le groupe ne compte plus cinq membres : l’Égypte, l’Éthiopie, l’Iran et les Émirats arabes unis l’ont rejoint le 1er janvier 2024.

# @unit sommet-kazan-yn7rvf
sommet-kazan-yn7rvf = La file d’attente, elle, ne cesse de s’allonger.

# @unit sommet-kazan-n1mw3z
sommet-kazan-n1mw3z = Les candidats cherchent d’abord à dépendre moins de l’Occident et de sa monnaie.

# @unit sommet-kazan-tr62yd
sommet-kazan-tr62yd = Depuis des années, les BRICS encouragent donc les accords bilatéraux et les paiements en monnaies locales.

# @unit sommet-kazan-3rs7ps
sommet-kazan-3rs7ps = Kazan doit dire jusqu’où ils iront ; nul n’attend une monnaie commune pour demain matin.

# @unit sommet-kazan-vse2ga
sommet-kazan-vse2ga = Un rapprochement sous contrainte

# @unit sommet-kazan-4cedvz
sommet-kazan-4cedvz = La guerre en Ukraine donne à cette fête un tour particulier.

# @unit sommet-kazan-c7gyaf
sommet-kazan-c7gyaf = Vu de l’Ouest, chaque accord entre le Kremlin et Pékin ressemble à une menace.

# @unit sommet-kazan-80q6z2
sommet-kazan-80q6z2 = Les sanctions devaient isoler la Russie ; elles l’ont aussi poussée dans les bras de la Chine.

# @unit sommet-kazan-hw713s
sommet-kazan-hw713s = Les deux capitales parlent volontiers d’un « monde multipolaire » dont elles seraient les chefs de file.

# @unit sommet-kazan-yyq9z9
sommet-kazan-yyq9z9 = Mais entre un pays de 1,4 milliard d’habitants et un autre près de dix fois moins peuplé, un partenariat n’est jamais tout à fait égal.

# @unit sommet-kazan-v6t968
sommet-kazan-v6t968 = C’est peut-être la vraie question de Kazan : qui, des deux, choisira la suite ?
