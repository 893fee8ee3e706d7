### fr → es · Write the translation under each unit, as: id = translation

# @unit sommet-kazan-xtgs62 (front-matter)
# fr: À Kazan, Pékin et Moscou fêtent 75 ans de relations
sommet-kazan-xtgs62 = En Kazán, Pekín y Moscú celebran 75 años de relaciones

# @unit sommet-kazan-sp5sq3 (front-matter)
# fr: Le sommet des BRICS réunit deux voisins que les sanctions rapprochent, sans effacer ce qui les sépare.
sommet-kazan-sp5sq3 = La cumbre de los { -brics } reúne a dos vecinos a los que las sanciones acercan, sin borrar lo que los separa.

# @unit sommet-kazan-tey5qe
# fr: Soixante-quinze ans après avoir noué des relations diplomatiques, la Chine et la Russie se retrouvent à Kazan pour le sommet des BRICS, du 22 au 24 octobre 2024.
sommet-kazan-tey5qe = Setenta y cinco años después de establecer relaciones diplomáticas, China y Rusia se encuentran en Kazán en la cumbre de los { -brics }, del 22 al 24 de octubre de 2024.

# @unit sommet-kazan-eey81g
# fr: L’anniversaire tombe bien : chacune a besoin de l’autre, et toutes deux veulent le montrer.
sommet-kazan-eey81g = El aniversario llega en buen momento: cada uno necesita al otro, y ambos quieren demostrarlo.

# @unit sommet-kazan-keq6ga (heading)
# fr: Un voyage très technique
sommet-kazan-keq6ga = Un viaje muy técnico

# @unit sommet-kazan-ed7ac5
# fr: En août, une délégation russe s’était déjà rendue en Chine.
sommet-kazan-ed7ac5 = En agosto, una delegación rusa ya había viajado a China.

# @unit sommet-kazan-tszp3z
# fr: Au menu : les médias numériques, l’intelligence artificielle et la cybersécurité.
sommet-kazan-tszp3z = En el programa: los medios digitales, la inteligencia artificial y la ciberseguridad.

# @unit sommet-kazan-r41tsp
# fr: Ces trois secteurs ont un point commun : celui qui fournit l’outil finit souvent par fixer la règle.
sommet-kazan-r41tsp = Los tres sectores tienen algo en común: quien suministra la herramienta suele acabar fijando la regla.

# @unit sommet-kazan-8xzq9w
# fr: Pour Moscou, que les sanctions privent d’une bonne part des technologies occidentales, il s’agit de combler un retard.
sommet-kazan-8xzq9w = Para Moscú, privada por las sanciones de buena parte de la tecnología occidental, se trata de recuperar un retraso.

# @unit sommet-kazan-35sw6e
# fr: Pour Pékin, en concurrence ouverte avec les États-Unis, c’est un marché et un allié de plus.
sommet-kazan-35sw6e = Para Pekín, en competencia abierta con Estados Unidos, es un mercado y un aliado más.

# @unit sommet-kazan-j4w9an (heading)
# fr: Un peu moins de dollars
sommet-kazan-j4w9an = Un poco menos de dólares

# @unit sommet-kazan-er9n20
# fr: Le groupe ne compte plus cinq membres : l’Égypte, l’Éthiopie, l’Iran et les Émirats arabes unis l’ont rejoint le 1er janvier 2024.
sommet-kazan-er9n20 = El grupo ya no tiene cinco miembros: Egipto, Etiopía, Irán y los Emiratos Árabes Unidos se unieron el 1 de enero de 2024.

# @unit sommet-kazan-yn7rvf
sommet-kazan-yn7rvf = Y la lista de espera no deja de crecer.

# @unit sommet-kazan-n1mw3z
# fr: Les candidats cherchent d’abord à dépendre moins de l’Occident et de sa monnaie.
sommet-kazan-n1mw3z = Los candidatos buscan ante todo depender menos de Occidente y de su moneda.

# @unit sommet-kazan-tr62yd
# fr: Depuis des années, les BRICS encouragent donc les accords bilatéraux et les paiements en monnaies locales.
sommet-kazan-tr62yd = Por eso, desde hace años, los { -brics } fomentan los acuerdos bilaterales y los pagos en monedas locales.

# @unit sommet-kazan-3rs7ps
# fr: Kazan doit dire jusqu’où ils iront ; nul n’attend une monnaie commune pour demain matin.
sommet-kazan-3rs7ps = Kazán debe decir hasta dónde llegarán; nadie espera una moneda común para mañana por la mañana.

# @unit sommet-kazan-vse2ga (heading)
# fr: Un rapprochement sous contrainte
sommet-kazan-vse2ga = Un acercamiento forzado

# @unit sommet-kazan-4cedvz
# fr: La guerre en Ukraine donne à cette fête un tour particulier.
sommet-kazan-4cedvz = La guerra en Ucrania da a esta fiesta un cariz particular.

# @unit sommet-kazan-c7gyaf
# fr: Vu de l’Ouest, chaque accord entre le Kremlin et Pékin ressemble à une menace.
sommet-kazan-c7gyaf = Visto desde Occidente, cada acuerdo entre el Kremlin y Pekín parece una amenaza.

# @unit sommet-kazan-80q6z2
# fr: Les sanctions devaient isoler la Russie ; elles l’ont aussi poussée dans les bras de la Chine.
sommet-kazan-80q6z2 = Las sanciones debían aislar a Rusia; también la han empujado a los brazos de China.

# @unit sommet-kazan-hw713s
# fr: Les deux capitales parlent volontiers d’un « monde multipolaire » dont elles seraient les chefs de file.
sommet-kazan-hw713s = A las dos capitales les gusta hablar de un «mundo multipolar» del que serían los líderes.

# @unit sommet-kazan-yyq9z9
# fr: Mais entre un pays de 1,4 milliard d’habitants et un autre près de huit fois moins peuplé, un partenariat n’est jamais tout à fait égal.
sommet-kazan-yyq9z9 = Pero entre un país de 1400 millones de habitantes y otro casi ocho veces menos poblado, una asociación nunca es del todo igual.

# @unit sommet-kazan-v6t968
# fr: C’est peut-être la vraie question de Kazan : qui, des deux, choisira la suite ?
sommet-kazan-v6t968 = Quizá sea esa la verdadera pregunta de Kazán: ¿cuál de los dos decidirá lo que sigue?
