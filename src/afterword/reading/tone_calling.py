"""Words by which somebody who says no offers to telephone or to talk, in seven languages.

That is a door of its own: who offers it waits for a yes, and may say what no letter says.
"""

from __future__ import annotations

from afterword.reading.view import rule

_TALK = r"(?:call|ring|phone|telephone|give you a (?:call|ring)|have a (?:\w+ )?(?:call|chat|word|talk|coffee)|talk|speak|chat|jump on a call|meet for (?:a )?coffee|go through it|tell you more)"
#: They offer it of their own accord.
CALLING = rule(
    rf"\b(?:(?:i|we)(?:'d| would|'ll| will| am|'m| are|'re)(?: \w{{1,10}}){{0,3}} (?:happy|glad|pleased|delighted|willing|love|like) to {_TALK}\b(?: (?:with|to))?(?: you)?\b|(?:i|we)(?:'ll| will| can| could)(?: (?:always|also|then))? (?:gladly|happily|willingly) {_TALK}\b|(?:happy|glad) to {_TALK}\b|(?:i|we)(?:'ll| will| can| could) (?:call|ring|phone|telephone) you (?:gladly|with pleasure|in the next|this week|next week|if you)|(?:i|we) (?:can )?offer you (?:a|an) (?:\w+ )?(?:call|talk|conversation|chat)\b|(?:i|we)(?:'d| would) (?:gladly|happily) {_TALK}\b)"
    r"|\b(?:(?:rufe|ruf|rufen) (?:ich|wir) (?:sie|dich) (?:\w+ ){0,6}(?:gern|gerne)|(?:ich|wir) rufen? (?:sie|dich) (?:\w+ ){0,6}(?:gern|gerne)|(?:gern|gerne) (?:\w+ ){0,2}(?:telefonier\w*|ruf\w*|sprech\w*|erzähl\w*|erläuter\w*)(?: (?:ich|wir))?|können wir (?:[\wäöü]+ ){0,5}(?:telefonieren|miteinander sprechen)|bieten? (?:ich|wir) (?:ihnen|dir) (?:[\wäöü]+ ){0,3}(?:ein (?:telefon)?gespräch|telefonat)|(?:ich|wir) bieten? (?:ihnen|dir) (?:[\wäöü]+ ){0,3}(?:ein (?:\w+ )?(?:telefon)?gespräch|ein telefonat)|für ein (?:\w+ )?(?:telefonat|gespräch) (?:[\wäöü]+ ){0,4}zur verfügung|(?:telefoniere|spreche) ich (?:\w+ ){0,4}(?:gern|gerne))\b"
    r"|\b(?:je (?:vous|t'|te) ?(?:r?appell\w+|téléphon\w+)(?: [\wàâéèêîôûç']{1,14}){0,2} (?:volontiers|avec plaisir)|(?:volontiers|avec plaisir) (?:[\wàâéèêîôûç']{1,12} ){0,4}(?:r?appell\w+|téléphon\w+|de vive voix|au téléphone)|(?:serais|serai|suis|serions)(?: [\wéè]+)? (?:ravie?s?|heureu(?:x|se)s?|dispos\w+|disponible) (?:d'|de |pour |à )(?:vous |t'|te )?(?:en parler|en discuter|appeler|téléphoner|échanger)|(?:pouvons|pouvez|peux|peut|pourrons|pourrions)(?:-nous)? (?:en parler|en discuter|nous appeler|nous parler|échanger) (?:\w+ ){0,2}(?:par téléphone|au téléphone|de vive voix)|je vous propose (?:un appel|d'en parler|un échange|que nous en parlions))"
    r"|\b(?:(?:le|te) (?:llam\w+)(?: \w+){0,2} (?:con (?:mucho )?gusto|encantad[oa])|con (?:mucho )?gusto (?:le|te|lo) (?:llam\w+|hablam\w+|coment\w+)|(?:encantad[oa]|gustaría|puedo|podemos) (?:de )?(?:llamar(?:le|te)|hablar(?:lo)? por teléfono|comentar(?:lo)? por teléfono|hablar con usted|hablar contigo))\b"
    r"|\b(?:(?:ligo|ligarei|telefono|telefonarei)(?:-lhe|-te)?(?: \w+){0,2} com (?:todo o |muito )?(?:gosto|prazer)|com (?:todo o |muito )?(?:gosto|prazer) (?:lhe |te |o |a )?(?:lig\w+|telefon\w+|fal\w+)|(?:terei|teria|tenho) (?:todo o |muito )?(?:gosto|prazer) em (?:falar|ligar|conversar|telefonar)(?:-lhe)?)\b"
    r"|\b(?:(?:la|ti) (?:ri)?chiam\w+(?: \w+){0,2} (?:volentieri|con piacere)|(?:volentieri|con piacere) (?:la |ti |ne )?(?:(?:ri)?chiam\w+|parl\w+|sent\w+)|(?:sarei|sarò|sono) (?:lieto|lieta|felice|content[oa]|disponibile) (?:di|a) (?:parlar\w+|sentir\w+|chiamar\w+))\b"
    r"|\b(?:(?:bel|spreek|telefoneer) ik (?:je|u) (?:\w+ ){0,3}graag|ik (?:bel|spreek) (?:je|u) (?:\w+ ){0,2}graag|graag (?:bel|spreek|telefoneer|vertel) ik|(?:kunnen|zullen) we (?:[\w]+ ){0,4}(?:bellen|telefoneren|praten)|bied ik (?:je|u) (?:\w+ ){0,3}(?:gesprek|telefoontje))\b"
)
#: What would have been, what only answers questions, what speaks of other posts.
NOT_OFFERED = rule(
    r"\b(?:(?:would|should|could) have|'d have|hätten?|aurais|aurions|habría\w*|teria sido|avrei|avremmo|had (?:hoped|wished)|(?:if|should) you (?:have|had) (?:any )?(?:further |more )?questions?|(?:bei|für) (?:rück)?fragen|falls sie fragen|wenn sie fragen|pour toute question|si vous avez des questions|cualquier (?:duda|pregunta)|(?:alguma|qualquer) (?:dúvida|questão)|per qualsiasi domanda|bij vragen|other (?:roles|positions|openings|opportunities)|andere stellen|autres (?:postes|offres|opportunités)|otras vacantes|outras vagas|altre posizioni|andere vacatures)\b"
)
