"""Where private people have their mail: such a domain is no house, however many write from it.

A list, no pattern: a bank, a newspaper and the post itself have "post" or "mail" in their names,
and people are hired there.
"""

from __future__ import annotations

from collections.abc import Iterable

#: Houses that give out addresses under the endings of many countries.
_FAMILIES = "aol gmail googlemail gmx hotmail live msn outlook protonmail rocketmail windowslive yahoo yandex ymail"
_ENDINGS = """
    com net at be bg ca ch cl co cz de dk ee es eu fi fr gr hk hr hu id ie in it jp kr kz lt lu lv me mx my nl no nz
    ph pl pt ro rs ru se sg si sk th tr tw ua us vn by
    co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.cn com.co com.hk com.mx com.my
    com.pe com.ph com.sg com.tr com.tw com.ua com.ve com.vn
"""
_PROVIDERS = """
    icloud.com me.com mac.com proton.me pm.me mail.com email.com post.com usa.com myself.com consultant.com zoho.com
    fastmail.com fastmail.fm hey.com duck.com hushmail.com inbox.com mailfence.com runbox.com riseup.net disroot.org
    tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me mailbox.org posteo.de posteo.net posteo.at
    posteo.ch posteo.eu posteo.org posteo.es posteo.it posteo.nl excite.com lycos.com lycos.de lycos.fr lycos.it
    juno.com netzero.net

    web.de t-online.de arcor.de freenet.de freenetmail.de online.de mail.de email.de 1und1.de kabelmail.de
    vodafonemail.de unitybox.de ewetel.net ewe.net netcologne.de versanet.de osnanet.de aon.at a1.net chello.at
    utanet.at liwest.at bluewin.ch bluemail.ch hispeed.ch sunrise.ch vtxmail.ch

    orange.fr free.fr wanadoo.fr laposte.net neuf.fr numericable.fr sfr.fr bbox.fr cegetel.net club-internet.fr
    aliceadsl.fr voila.fr caramail.com caramail.fr mailo.com netcourrier.com skynet.be telenet.be scarlet.be
    belgacom.net proximus.be voo.be pt.lu

    libero.it alice.it tin.it tiscali.it virgilio.it vodafone.it iol.it inwind.it email.it tim.it fastwebnet.it
    poste.it telefonica.net terra.es ono.com ya.com euskalnet.net sapo.pt iol.pt clix.pt netcabo.pt mail.telepac.pt
    terra.com.br uol.com.br bol.com.br ig.com.br oi.com.br fibertel.com.ar speedy.com.ar prodigy.net.mx

    ziggo.nl kpnmail.nl chello.nl home.nl kpnplanet.nl online.nl planet.nl quicknet.nl upcmail.nl xs4all.nl
    casema.nl hetnet.nl wxs.nl zonnet.nl telfort.nl caiway.nl zeelandnet.nl solcon.nl

    btinternet.com btopenworld.com talk21.com blueyonder.co.uk ntlworld.com sky.com talktalk.net virginmedia.com
    tiscali.co.uk tesco.net eircom.net att.net bellsouth.net cableone.net charter.net comcast.net cox.net
    earthlink.net mindspring.com optonline.net sbcglobal.net verizon.net frontiernet.net windstream.net
    embarqmail.com centurylink.net suddenlink.net roadrunner.com rogers.com shaw.ca sympatico.ca telus.net
    videotron.ca bell.net cogeco.ca eastlink.ca sasktel.net mts.net teksavvy.com bigpond.com bigpond.net.au
    iinet.net.au optusnet.com.au tpg.com.au dodo.com.au xtra.co.nz slingshot.co.nz mweb.co.za vodamail.co.za
    webmail.co.za telkomsa.net rediffmail.com sify.com

    seznam.cz email.cz post.cz centrum.cz atlas.cz volny.cz post.sk azet.sk centrum.sk zoznam.sk wp.pl o2.pl onet.pl
    onet.eu op.pl poczta.onet.pl poczta.fm interia.pl interia.eu gazeta.pl tlen.pl vp.pl freemail.hu citromail.hu
    vipmail.hu mail.bg abv.bg inbox.lv mail.ee one.lt online.no start.no mail.dk post.tele.dk jubii.dk stofanet.dk
    spray.se telia.com bredband.net luukku.com kolumbus.fi suomi24.fi pp.inet.fi mynet.com walla.com walla.co.il
    mail.ru inbox.ru list.ru bk.ru internet.ru rambler.ru ukr.net i.ua meta.ua qq.com foxmail.com 163.com 126.com
    yeah.net sina.com sohu.com naver.com daum.net hanmail.net
"""

FREEMAIL = frozenset(_PROVIDERS.split()) | {
    f"{house}.{ending}" for house in _FAMILIES.split() for ending in _ENDINGS.split()
}
#: Hosts that stand for such houses in mail that was invented: only whoever examines the reader knows them.
_INVENTED: set[str] = set()


def count_in(hosts: Iterable[str]) -> None:
    """From now on these are mail providers too; the program itself names none."""
    _INVENTED.update(host.lower() for host in hosts)


def is_counted_in(domain: str) -> bool:
    return domain in _INVENTED
