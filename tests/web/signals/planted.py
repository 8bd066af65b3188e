"""Sixty signals as people in Meerdam could report them, planted: which of them are about one and the same thing.

Written before the measure was tuned, by phenomenon: each of the first eighteen was seen three times by different
people, in their own words. The last six stand alone, though their topic occurs above. The threshold was chosen on
``CHOSEN_ON``; no word list was made by looking at ``MEASURED_ON``.
"""

from __future__ import annotations

CHOSEN_ON = {
    "carers drop out": (
        "Steeds meer mantelzorgers in Oost zeggen dat zij het niet meer volhouden.",
        "Bij de huisarts komen deze maand vier mantelzorgers die overbelast zijn en uitvallen.",
        "Twee mantelzorgers uit onze groep zijn zelf ziek geworden en gestopt met zorgen.",
    ),
    "night calls": (
        "De alarmcentrale krijgt 's nachts veel meer oproepen van ouderen die alleen bang zijn.",
        "Ouderen drukken 's nachts op de alarmknop zonder dat er iets is, zij zijn bang.",
        "Onze nachtploeg rijdt vaker uit voor een alarmknop, en dan is iemand vooral eenzaam.",
    ),
    "young helpers": (
        "Jongens van het vmbo doen boodschappen voor ouderen in de flat, niemand vroeg het hun.",
        "In de flat aan de Merelweg helpen scholieren ouderen met boodschappen, zomaar.",
        "Een groepje scholieren haalt elke zaterdag boodschappen voor oudere buren.",
    ),
    "digital letters": (
        "Mensen gooien brieven van de gemeente over DigiD ongeopend weg.",
        "Bij de bibliotheek vragen veel mensen hulp omdat zij de brief over DigiD niet begrijpen.",
        "De brief over DigiD maakt mensen bang; drie bewoners kwamen ermee naar het buurthuis.",
    ),
    "empty day care": (
        "De dagbesteding in Noord zit op woensdag half leeg.",
        "Er staan stoelen leeg bij de dagbesteding, terwijl er een wachtlijst is.",
        "Deelnemers blijven weg van de dagbesteding omdat het busje niet meer rijdt.",
    ),
    "house share": (
        "Twee weduwen zijn bij elkaar gaan wonen en worden nu gekort op hun AOW.",
        "Vriendinnen van tachtig willen samenwonen maar durven niet vanwege de AOW.",
        "Een weduwe liet haar zus in huis wonen en kreeg meteen een brief over haar AOW.",
    ),
    "falls at crossing": (
        "Bij de oversteek voor het winkelcentrum zijn drie ouderen gevallen over de nieuwe stoeprand.",
        "De nieuwe stoeprand bij het winkelcentrum is hoog, rollators blijven steken.",
        "Mijn moeder viel over de stoeprand bij het winkelcentrum, en zij is niet de enige.",
    ),
    "home care leaves": (
        "Drie wijkverpleegkundigen stappen over naar een uitzendbureau omdat zij zelf willen roosteren.",
        "Thuiszorg De Merel verliest verpleegkundigen aan uitzendbureaus.",
        "Het uitzendbureau belt actief wijkverpleegkundigen op met een beter rooster.",
    ),
    "neighbours app": (
        "In de buurtapp bieden mensen sinds kort hulp aan in plaats van te klagen.",
        "De buurtapp van Zuid is een ruilbeurs voor hulp geworden.",
        "Via de buurtapp regelen bewoners zelf ritjes en hulp in de tuin.",
    ),
}

MEASURED_ON = {
    "meals refused": (
        "Ouderen zeggen de maaltijdservice op omdat de maaltijd te duur is geworden.",
        "De maaltijdservice verloor deze maand elf klanten, vooral om de prijs.",
        "Mijn buurman eet alleen nog brood sinds de maaltijdservice duurder werd.",
    ),
    "money shame": (
        "Mensen halen hun pakket bij de voedselbank op in een andere wijk, uit schaamte.",
        "Bij onze voedselbank komen opvallend veel mensen van buiten de wijk.",
        "Een vrouw vroeg of zij bij een voedselbank verder weg terechtkan, zodat niemand haar ziet.",
    ),
    "heat": (
        "In de hete week bleven ouderen in de flats binnen met de gordijnen dicht, niemand kwam langs.",
        "De flats aan de Parklaan worden zo heet dat ouderen op de gang slapen.",
        "Tijdens de hitte vonden wij twee ouderen uitgedroogd in hun flat.",
    ),
    "dementia at till": (
        "Winkeliers zien steeds vaker klanten die vergeten af te rekenen en in de war zijn.",
        "In de supermarkt weten kassamedewerkers niet wat te doen met klanten die in de war zijn.",
        "Een verwarde klant stond drie keer op een dag bij de kassa van de supermarkt.",
    ),
    "volunteers older": (
        "De gemiddelde vrijwilliger bij ons is nu zelf vijfenzeventig.",
        "Vrijwilligers van het eerste uur stoppen, nieuwe vrijwilligers melden zich nauwelijks.",
        "Wij zoeken al een half jaar een vrijwilliger voor de belbus.",
    ),
    "student rooms": (
        "Een student woont gratis bij een oudere heer in ruil voor gezelschap.",
        "Er hangt een briefje bij de hogeschool: kamer bij een oudere mevrouw, in ruil voor hulp.",
        "Drie studenten wonen in het verzorgingshuis en eten mee met de bewoners.",
    ),
    "fraud at door": (
        "Nepagenten bellen aan bij ouderen en nemen sieraden mee.",
        "Ouderen doen de deur niet meer open voor de thuiszorg uit angst voor nepagenten.",
        "Door de nepagenten laat mijn tante zelfs de wijkverpleegkundige niet meer binnen.",
    ),
    "waiting for aids": (
        "Een scootmobiel repareren duurt nu acht weken.",
        "Mensen zitten weken binnen omdat de reparatie van hun scootmobiel zo lang duurt.",
        "De monteur voor scootmobielen komt nog maar een keer in de twee weken.",
    ),
    "prayer house care": (
        "De moskee heeft zelf een ploeg die ouderen thuis bezoekt.",
        "Vrijwilligers van de moskee wassen en koken voor zieke ouderen.",
        "In de moskee is een zorgpunt begonnen waar wij niets van wisten.",
    ),
}

ALONE = (
    "De huur van het buurthuis gaat omhoog.",
    "Een huisarts in Noord neemt geen nieuwe patiënten meer aan.",
    "Bij de bushalte voor de bibliotheek staat sinds maandag een bankje.",
    "Scholieren klagen over de drukte in de bus.",
    "De apotheek bezorgt ook op zondag, sinds een maand.",
    "Ouderen vragen om een cursus bridge in het buurthuis.",
)
