"""First names that are common in the Netherlands and are not also everyday words or places."""

from __future__ import annotations

_NAMES = """
aaltje abdul abdullah achmed adriaan agnes ahmed aicha alex ali alida amina amir anita anja anke ann anna anne
annemarie annette annie annika anouk anton antoon arie arjan arjen astrid aydin ayse babette barbara bart bas
bastiaan beatrix ben bert bianca bob boris bram brigitte carla carlijn carmen carolien caroline casper cees
chantal charlotte chris christa christina claudia cor cornelis corrie daan daniel daniëlle dave david debbie
demi dennis diana dick dirk elif elise elize ellen elly els emel emine emma emre erik esther eva evelien
fatima fatma femke fenna ferdinand ferry fleur floor floris frank frans fred frederik frits geert gerard gerda
gerrit gert gijs greetje guus halima hamza hanna hannah hannie hans harrie hasan hassan heleen helena hendrik
henk henriëtte herman hilde hugo ibrahim ilse imane inge ingrid irene iris isa ivo jaap jacob jacqueline jamal
jan janine janneke jannie jantje jasmijn jasper jeanette jelle jeroen jessica jet joep johan johanna johannes
jolanda joost jop joris josé julia julian jurgen kaan karel karim karin kees khadija khalid kim klaas koen
lars laura leen leila lennart leo lieke lies liesbeth lisa loes lotte louis luc lucas luuk maaike maarten
machteld malika mandy manon marcel margriet maria marianne marieke marijke marjan marjolein mark marleen
marloes martijn martin mathilde matthijs maurice max mees mehmet melissa merel mia michael michel michelle
mieke miep mila milan mirjam mohamed mohammed monique mustafa nadia nanda natasja neeltje nico nicolaas niels
nienke nina nora omar patricia patrick paul peter petra petronella piet pieter pim priya rachel rachid rachida
ramon renate renske rené richard rick rita robert robin roel roland ron ronald roos rosa ruben rudolf ruud
saar said samir samira sander sandra sanne sara sarah saskia selim sem serkan sharon sietske sigrid simon
sjaak sjoerd sofia sofie sonja stef stefan stephanie steven stijn suzanne sven tamara teun theo thijs thomas
tim tineke tobias tom ton tonnie trees trudy truus tygo vera victor vincent wendy wessel willemijn wilma wim
wouter yara yasmin yasmina youssef yusuf yvonne zeynep zoë
"""

FIRST_NAMES = frozenset(_NAMES.split())
