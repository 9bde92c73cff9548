"""Words that say nothing of a house's news: small ones, and times of the year."""

from __future__ import annotations

_EMPTY = """
about after again also been before being both could does doing down each ever every from great
have having here into just know like made make many more most much must need needs never next
only other over people really same should since some such than that their them then there these
they thing things think this those time under very want week well were what when where which
while will with work would year years your first last company team teams business role job jobs
today across aber alle allem allen aller andere auch beim bereits dann dass dein denn deren
diese diesem dieser doch durch eine einem einen einer eines etwas euch ganz gibt habe haben
hatte heute hier ihre immer jahr jahre jetzt kann kein keine konnen mehr mein mussen nach nicht
noch nur oder ohne schon sehr sein seine sich sind soll unser unsere unter viel vom wann warum
weil wenn werden wird wurde avec avons cette dans depuis elle entre leur mais nous plus pour
sans sont tout tous votre vous deze door voor naar niet onze wordt zijn hebben
"""
_TIMES = """
spring summer autumn winter frühling sommer herbst printemps hiver automne zomer herfst lente
january february march april june july august september october november december januar februar
märz juni juli oktober dezember janvier février avril juin juillet août septembre octobre
novembre décembre month months week weeks monday tuesday wednesday thursday friday quarter
morning night hours house together begin start open next later sooner
"""
EMPTY = frozenset(_EMPTY.split())
TIMES = frozenset(_TIMES.split())
