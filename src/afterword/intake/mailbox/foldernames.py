"""Which folders hold what the user sent, and which hold nothing worth reading.

The names are those of Gmail, Outlook, Apple Mail, Thunderbird and the large
web mailers in the languages they ship in; Gmail writes the localised name even
into its exported labels.
"""

from __future__ import annotations

import base64
import re
from functools import lru_cache

_SENT = """
sent | sent mail | sent items | sent messages | sent-mail | sentmail | sent mails | sentbox |
outgoing | outbox sent |
gesendet | gesendete | gesendete objekte | gesendete elemente | gesendete nachrichten |
gesendete mails | postausgang gesendet |
envoyés | envoyes | messages envoyés | éléments envoyés | courrier envoyé | boîte d'envoi envoyés |
messages envoyes | elements envoyes |
enviados | enviado | correo enviado | correos enviados | elementos enviados | mensajes enviados |
e-mails enviados | itens enviados | mensagens enviadas | enviadas | correio enviado |
email enviados | itens enviadas | elements enviats | enviats | correu enviat | bidalita |
inviati | inviata | posta inviata | messaggi inviati | elementi inviati |
verzonden | verzonden items | verzonden berichten | verstuurd | verzonden e-mail |
skickat | skickade | skickade objekt | skickade meddelanden | skickat e-post |
sendt | sendte | sendte elementer | sendt post | sendt e-post | sendte meldinger | sendt mail |
lähetetyt | lähetetyt kohteet | lähetetyt viestit | lähetetty |
wysłane | elementy wysłane | wysłane elementy | poczta wysłana | wyslane |
odeslané | odeslaná pošta | odoslané | odoslaná pošta | odeslane | odeslaná |
elküldött | elküldött elemek | elküldött üzenetek | elküldött levelek |
trimise | mesaje trimise | elemente trimise | e-mailuri trimise |
изпратени | изпратена поща | отправленные | исходящие отправленные | отправлено |
отправленные письма | надіслані | надіслані листи | відправлені | послато | послате | poslano |
poslana pošta | poslato | poslane stavke | poslani elementi | poslana sporočila |
gönderilmiş postalar | gönderilmiş öğeler | gönderilenler | gönderilmiş | gönderilen postalar |
σταλμένα | απεσταλμένα | απεσταλμένα στοιχεία | απεσταλμένα μηνύματα |
saadetud | saadetud kirjad | nosūtītie | nosūtītās vēstules | išsiųsti | išsiųsti laiškai | sent items |
送信済み | 送信済みメール | 送信済みアイテム | 送信済みトレイ | 送信控 | 已发送 | 已发送邮件 | 已发邮件 |
寄件備份 | 已傳送的郵件 | 寄件匣備份 | 寄件備份匣 | 보낸편지함 | 보낸 편지함 | 보낸메일함 | 보낸 메일함 |
đã gửi | thư đã gửi | ส่งแล้ว | จดหมายที่ส่งแล้ว | terkirim | pesan terkirim | item terkirim | dihantar |
המיילים שנשלחו | דואר שנשלח | פריטים שנשלחו | נשלחו | البريد المرسل | العناصر المرسلة | المرسل | المرسلة |
البريد المُرسَل | ارسال شده | भेजे गए संदेश | भेजी गई मेल | भेजे गए आइटम
"""

_UNWANTED = """
trash | bin | deleted | deleted items | deleted messages | junk | junk e-mail | junk email | spam |
bulk mail | drafts | draft | outbox | templates | unsent messages |
papierkorb | gelöscht | gelöschte objekte | gelöschte elemente | entwürfe | junk-e-mail | spamverdacht |
corbeille | éléments supprimés | messages supprimés | brouillons | courrier indésirable | indésirables |
papelera | elementos eliminados | borradores | correo no deseado | lixeira | lixo | itens excluídos |
rascunhos | lixo eletrônico | lixo eletrónico | cestino | posta eliminata | bozze | posta indesiderata |
prullenbak | verwijderde items | concepten | ongewenste e-mail | papperskorgen | borttagna objekt |
utkast | skräppost | papirkurv | slettede elementer | kladder | kladd | uønsket e-post | søppelpost |
roskakori | luonnokset | roskaposti | kosz | elementy usunięte | wersje robocze | szkice | wiadomości-śmieci |
koš | koncepty | nevyžádaná pošta | lomtár | piszkozatok | levélszemét | корзина | удаленные | черновики |
спам | çöp kutusu | taslaklar | istenmeyen e-posta | ゴミ箱 | 下書き | 迷惑メール | 垃圾邮件 | 已删除 | 草稿箱 |
휴지통 | 임시보관함 | 스팸메일함
"""


def _table(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()).casefold() for name in text.split("|"))


_DRAFTS = """
drafts | draft | unsent messages | entwürfe | brouillons | borradores | rascunhos | bozze | concepten |
utkast | kladder | kladd | luonnokset | wersje robocze | szkice | koncepty | piszkozatok | черновики |
taslaklar | 下書き | 草稿箱 | 임시보관함
"""

SENT = _table(_SENT)
DRAFTS = _table(_DRAFTS)
UNWANTED = _table(_UNWANTED)

_ENDINGS = re.compile(r"(?i)(?:\.(?:mbox|mbx|eml|emlx|sbd|imapmbox|partial))+$")
_NUMBERED = re.compile(r"[ _-]?\(?\d{1,3}\)?$")


@lru_cache(maxsize=512)  # a server has few folders, and every mail asks
def is_sent(folder: str) -> bool:
    """Whether a folder, label or exported file of that name holds sent mail."""
    return _among(folder, SENT)


def is_drafts(folder: str) -> bool:
    """Whether a folder of that name holds letters that are not sent yet."""
    return _among(folder, DRAFTS)


def is_unwanted(folder: str) -> bool:
    """Whether a folder of that name holds trash, spam or drafts."""
    return _among(folder, UNWANTED)


def _among(folder: str, names: frozenset[str]) -> bool:
    name = folder.casefold().strip()
    if name in names:
        return True
    if "&" in name:
        name = unmodified_utf7(folder).casefold().strip()
    parts = re.split(r"[/\\]", name)
    for part in parts:
        part = _ENDINGS.sub("", part.strip()).strip(" .")
        if part in names or _NUMBERED.sub("", part) in names:
            return True
        if "." in part and part.rpartition(".")[2].strip() in names:
            return True
    return False


def unmodified_utf7(name: str) -> str:
    """A folder name out of IMAP's own UTF-7 (RFC 3501, 5.1.3), as Maildir keeps it."""

    def opened(found: re.Match[str]) -> str:
        inner = found.group(1)
        if not inner:
            return "&"
        packed = inner.replace(",", "/")
        try:
            return base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be")
        except (ValueError, UnicodeDecodeError):
            return found.group(0)

    return re.sub(r"&([A-Za-z0-9+,]*)-", opened, name)
