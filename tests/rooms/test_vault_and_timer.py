"""Secrets under a passphrase, signing in with one's own client, and timers that are written and removed."""

from __future__ import annotations

import base64
import hashlib
import json
import plistlib
import socket
import stat
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from afterword.errors import SourceError, UserError
from afterword.faces import timer
from afterword.wire import oauth
from afterword.wire.imap import Session
from afterword.wire.vault import SealedFile, VaultLocked

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
SECRET = "correct horse battery"


# ── the locked file ─────────────────────────────────────────────────────────


def test_a_secret_comes_back_with_the_passphrase_and_with_no_other(tmp_path: Path) -> None:
    box = SealedFile(tmp_path)
    with pytest.raises(VaultLocked):
        box.put("imap", "hunter2")
    box.unlock(SECRET)
    box.put("imap", "hunter2")
    assert stat.S_IMODE(box.path.stat().st_mode) == 0o600
    held = box.path.read_text()
    assert "hunter2" not in held and SECRET not in held
    box.lock()
    again = SealedFile(tmp_path)
    with pytest.raises(VaultLocked):
        again.get("imap")
    with pytest.raises(UserError, match="not the passphrase"):
        again.unlock("something else")
    assert not again.is_open
    again.unlock(SECRET)
    assert again.get("imap") == "hunter2" and again.get("nothing") == ""
    again.drop("imap")
    assert again.get("imap") == ""
    again.lock()


def test_what_two_keep_at_once_is_all_kept(tmp_path: Path) -> None:
    """Threads of this program and another program: each reads, adds and writes the same file."""
    box = SealedFile(tmp_path)
    box.unlock(SECRET)
    names = [f"{whose}{n}" for whose in "ab" for n in range(60)]
    others = [f"other{n}" for n in range(60)]
    program = (
        "import sys; from pathlib import Path; from afterword.wire.vault import SealedFile\n"
        "box = SealedFile(Path(sys.argv[1])); box.unlock(sys.argv[2])\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "for n in range(60): box.put(f'other{n}', f'secret of other{n}')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path), SECRET],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdin and other.stdout and other.stdout.readline() == "ready\n"
        failed: list[BaseException] = []

        def keep(whose: str) -> None:
            try:
                for n in range(60):
                    box.put(f"{whose}{n}", f"secret of {whose}{n}")
            except BaseException as problem:
                failed.append(problem)

        threads = [threading.Thread(target=keep, args=(whose,)) for whose in "ab"]
        for one in threads:
            one.start()
        other.stdin.write("go\n")
        other.stdin.flush()
        for one in threads:
            one.join()
        assert other.wait(60) == 0
    assert failed == []
    assert [one for one in (*names, *others) if box.get(one) != f"secret of {one}"] == []
    for one in names[::2]:
        box.drop(one)
    assert box.get(names[1]) and not box.get(names[0])
    left = sorted(one.name for one in tmp_path.iterdir())
    assert left == ["secrets.vault", "secrets.vault.lock"]
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in tmp_path.iterdir())
    box.lock()


def test_a_file_that_two_make_at_once_is_one(tmp_path: Path) -> None:
    one, two = SealedFile(tmp_path), SealedFile(tmp_path)
    assert one._make(SECRET)
    assert not two._make("quite another one")
    two.lock()
    with pytest.raises(UserError, match="not the passphrase"):
        two.unlock("quite another one")
    one.unlock(SECRET)
    one.lock()


def test_a_short_passphrase_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    box = SealedFile(tmp_path)
    with pytest.raises(UserError, match="eight"):
        box.unlock("short")
    assert not box.is_made


# ── a stand-in for a provider ───────────────────────────────────────────────


class StandIn:
    """Authorises, hands out tokens and device codes, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.pending = 2
        self.withdrawn = False
        self.challenge = ""
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                form = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
                stand_in.asked.append(form)
                if self.path == "/elsewhere":
                    self.send_response(302)
                    self.send_header("Location", f"{stand_in.at}/token")
                    self.end_headers()
                    return
                body = json.dumps(stand_in.answer(self.path, form)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.at = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def provider(self, **more: str) -> oauth.Provider:
        given = {
            "key": "x", "name": "Standin", "authorize": f"{self.at}/auth",
            "token": f"{self.at}/token", "device": f"{self.at}/device", "scope": "mail",
            "host": "imap.example",
        }  # fmt: skip
        return oauth.Provider(**{**given, **more})

    def answer(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        if path == "/device":
            return {"device_code": "dc", "user_code": "ABCD-EFGH", "interval": 1,
                    "verification_uri": "https://x.example/code", "expires_in": 60}  # fmt: skip
        kind = form.get("grant_type", "")
        if self.withdrawn:
            return {"error": "invalid_grant", "error_description": "token hunter2 revoked"}
        if kind.endswith("device_code"):
            self.pending -= 1
            if self.pending >= 0:
                return {"error": "authorization_pending" if self.pending else "slow_down"}
        if kind == "authorization_code":
            told = hashlib.sha256(form["code_verifier"].encode()).digest()
            proven = base64.urlsafe_b64encode(told).rstrip(b"=").decode()
            if form.get("code") != "the-code" or proven != self.challenge:
                return {"error": "invalid_grant"}
        said = {"access_token": "access-1", "expires_in": 3600}
        return said if kind == "refresh_token" else {**said, "refresh_token": "refresh-1"}


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    found = StandIn()
    yield found
    found.server.shutdown()
    found.server.server_close()


def _visit(address: str) -> int:
    try:
        return int(urllib.request.urlopen(address, timeout=10).status)
    except urllib.error.HTTPError as refused:
        return refused.code


def test_the_browser_comes_back_to_loopback_and_only_our_own_page_counts(stand_in: StandIn) -> None:
    with oauth.Returning(stand_in.provider(), oauth.Client("me", "s")) as returning:
        asked = {k: v[0] for k, v in parse_qs(urlsplit(returning.page).query).items()}
        assert asked["code_challenge_method"] == "S256" and asked["scope"] == "mail"
        back = urlsplit(asked["redirect_uri"])
        assert back.hostname == "127.0.0.1"
        stand_in.challenge = asked["code_challenge"]
        assert _visit(f"{returning.back}/?code=evil&state=guessed") == 400
        assert not returning.wait(0)
        assert _visit(f"{returning.back}/?code=the-code&state={asked['state']}") == 200
        assert returning.wait(5)
        grant = returning.grant(NOW)
    assert (grant.access, grant.refresh) == ("access-1", "refresh-1")
    assert grant.until == NOW + timedelta(hours=1)
    assert "access-1" not in repr(grant) and "refresh-1" not in repr(grant)


def test_a_no_at_the_provider_is_said_plainly(stand_in: StandIn) -> None:
    with oauth.Returning(stand_in.provider(), oauth.Client("me")) as returning:
        state = parse_qs(urlsplit(returning.page).query)["state"][0]
        _visit(f"{returning.back}/?error=access_denied&state={state}")
        assert returning.wait(5)
        with pytest.raises(SourceError, match="granted nothing") as told:
            returning.grant(NOW)
    assert told.value.permanent


def test_a_code_on_another_device_waits_as_long_as_it_is_told(stand_in: StandIn) -> None:
    provider, client = stand_in.provider(), oauth.Client("me")
    code = oauth.ask_device(provider, client, NOW)
    assert (code.code, code.at) == ("ABCD-EFGH", "https://x.example/code")
    pauses: list[float] = []
    grant = oauth.device_grant(provider, client, code, lambda: NOW, pauses.append)
    assert grant.access == "access-1" and pauses == [1.0, 6.0]  # slow_down adds five (RFC 8628)
    late = NOW + timedelta(minutes=2)
    with pytest.raises(SourceError, match="ran out"):
        oauth.device_grant(provider, client, code, lambda: late, pauses.append)


def test_google_has_no_code_for_mail_and_says_so() -> None:
    with pytest.raises(UserError, match="browser"):
        oauth.ask_device(oauth.GOOGLE, oauth.Client("me"), NOW)


def test_a_token_is_renewed_only_when_it_has_run_out(stand_in: StandIn) -> None:
    provider, client = stand_in.provider(), oauth.Client("me")
    good = oauth.Grant("a", "r", NOW + timedelta(hours=1))
    assert oauth.renewed(provider, client, good, NOW) is good and not stand_in.asked
    old = oauth.Grant("a", "r", NOW)
    new = oauth.renewed(provider, client, old, NOW)
    assert (new.access, new.refresh) == ("access-1", "r")  # not sent again, so the old one stays


def test_a_grant_withdrawn_asks_to_sign_in_again_and_shows_nothing_of_it(stand_in: StandIn) -> None:
    stand_in.withdrawn = True
    old = oauth.Grant("a", "r", NOW)
    with pytest.raises(SourceError, match="Sign in again") as told:
        oauth.renewed(stand_in.provider(), oauth.Client("me"), old, NOW)
    assert told.value.permanent and "hunter2" not in str(told.value)


def test_a_redirect_never_carries_a_secret_along(stand_in: StandIn) -> None:
    provider = stand_in.provider(token=f"{stand_in.at}/elsewhere")
    with pytest.raises(SourceError, match="no answer"):
        oauth.renewed(provider, oauth.Client("me"), oauth.Grant("a", "r", NOW), NOW)
    assert len(stand_in.asked) == 1


def test_a_provider_out_of_reach_is_worth_another_try() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    provider = oauth.Provider("x", "X", "", f"http://127.0.0.1:{port}/", "", "", "")
    with pytest.raises(SourceError, match="could not be reached") as told:
        oauth.renewed(provider, oauth.Client("me"), oauth.Grant("a", "r", NOW), NOW)
    assert not told.value.permanent


@pytest.mark.parametrize("good", [True, False])
def test_the_token_goes_to_the_server_as_xoauth2(good: bool) -> None:
    """A server that takes XOAUTH2 (RFC 7628's forerunner) and nothing else."""
    heard: list[bytes] = []

    def serve(door: socket.socket) -> None:
        line, _ = door.accept()
        with line, line.makefile("rb") as asked:
            line.sendall(b"* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] ready\r\n")
            for raw in asked:
                tag, _, rest = raw.partition(b" ")
                if rest.upper().startswith(b"AUTHENTICATE"):
                    if len(rest.split()) < 3:
                        line.sendall(b"+ \r\n")
                        rest = asked.readline()
                    heard.append(base64.b64decode(rest.split()[-1]))
                    if b"Bearer good" in heard[-1]:
                        line.sendall(tag + b" OK logged in\r\n")
                    else:
                        line.sendall(b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n")
                        asked.readline()
                        line.sendall(tag + b" NO [AUTHENTICATIONFAILED] no\r\n")
                elif rest.upper().startswith(b"CAPABILITY"):
                    line.sendall(b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n" + tag + b" OK done\r\n")
                else:
                    line.sendall(b"* BYE\r\n" + tag + b" OK done\r\n")

    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=serve, args=(door,), daemon=True).start()
        port = door.getsockname()[1]
        token = "good" if good else "bad"
        try:
            with Session(
                "127.0.0.1", "sam", "", port=port, tls=False, timeout=10, token=lambda: token
            ):
                assert good
        except SourceError as refused:
            assert not good and refused.permanent and "bad" not in str(refused)
    assert heard[0] == f"user=sam\x01auth=Bearer {token}\x01\x01".encode()


# ── the timer ───────────────────────────────────────────────────────────────

PROGRAM = ["/opt/my programs/python", "-m", "afterword", "daily"]


@pytest.fixture
def wanted(tmp_path: Path) -> dict[str, timer.Timer]:
    home = tmp_path / "50% home"
    return {
        system: timer.timer(PROGRAM, 7, 5, home=home, user=tmp_path, system=system)
        for system in ("linux", "darwin", "win32")
    }


def test_systemd_reads_the_program_whole_and_its_own_signs_as_they_are(
    wanted: dict[str, timer.Timer],
) -> None:
    (service, said), (unit, when) = wanted["linux"].files
    assert service.stem == unit.stem and service.name.startswith("afterword-daily-")
    assert 'ExecStart="/opt/my programs/python" "-m" "afterword" "daily"' in said
    assert "50%% home" in said  # one % would be a specifier of systemd's
    assert "OnCalendar=*-*-* 07:05:00" in when and "Persistent=true" in when


def test_launchd_gets_a_list_it_can_read(wanted: dict[str, timer.Timer]) -> None:
    ((path, said),) = wanted["darwin"].files
    held = plistlib.loads(said.encode())
    assert path.parent.name == "LaunchAgents" and held["ProgramArguments"] == PROGRAM
    assert held["StartCalendarInterval"] == {"Hour": 7, "Minute": 5}


def test_the_task_scheduler_gets_a_task(wanted: dict[str, timer.Timer]) -> None:
    ((_, said),) = wanted["win32"].files
    name = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    tree = ElementTree.fromstring(said)
    assert tree.findtext(f".//{name}Command") == "cmd.exe"
    told = tree.findtext(f".//{name}Arguments", "")
    assert told.startswith('/d /s /c "set "AFTERWORD_HOME=') and "50% home" in told
    assert told.endswith('&& "/opt/my programs/python" -m afterword daily"')
    assert tree.findtext(f".//{name}StartBoundary", "").endswith("T07:05:00")


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_what_is_written_is_taken_away_again(
    wanted: dict[str, timer.Timer], system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(timer, "_ran", lambda words: ran.append(tuple(words)) or True)
    given = wanted[system]
    assert not timer.is_on(given)
    assert timer.turn_on(given) == [] and timer.is_on(given)
    assert timer.turn_off(given) == [] and not timer.is_on(given)
    assert not [path for path, _ in given.files if path.exists()]
    assert ran == [*given.on, *given.off]


def test_what_the_system_does_not_take_is_left_to_the_user(
    wanted: dict[str, timer.Timer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timer, "_ran", lambda words: False)
    left = timer.turn_on(wanted["linux"])
    unit = wanted["linux"].files[1][0].name
    assert left[-1] == f"systemctl --user enable --now {unit}"


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_second_casebook_keeps_a_timer_of_its_own(tmp_path: Path, system: str) -> None:
    one, other = (
        timer.timer(PROGRAM, 7, 5, home=tmp_path / name, user=tmp_path, system=system)
        for name in ("one", "other")
    )
    assert {path for path, _ in one.files}.isdisjoint(path for path, _ in other.files)
    assert one.off != other.off


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_database_without_a_password_is_named_to_the_timer(tmp_path: Path, system: str) -> None:
    address = "postgresql://us@db.example/book"
    given = timer.timer(
        PROGRAM, 7, 5, home=tmp_path / "h", user=tmp_path, database=address, system=system
    )
    assert address in given.files[0][1] and given.secret is None and not given.refused


def test_a_databases_password_stands_in_no_unit_but_in_a_file_for_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(timer, "_ran", lambda words: bool(ran.append(" ".join(words)) or True))
    home = tmp_path / "50% home"
    address = "postgresql://us:wo$rd@db.example/book"
    given = timer.timer(PROGRAM, 7, 5, home=home, user=tmp_path, database=address, system="linux")
    timer.turn_on(given)
    assert given.secret == home / "daily.env"
    units = [path for path, _ in given.files if path != given.secret]
    said = "".join(path.read_text("utf-8") for path in units)
    assert "wo$rd" not in said and "AFTERWORD_DATABASE" not in said and "wo$rd" not in "".join(ran)
    # One % would be a specifier of systemd's; quotation marks would be part of the name.
    assert f"EnvironmentFile={tmp_path}/50%% home/daily.env\n" in said
    kept = given.secret.read_text("utf-8")
    assert kept == 'AFTERWORD_DATABASE="postgresql://us:wo\\$rd@db.example/book"\n'
    assert given.secret.stat().st_mode & 0o777 == 0o600
    timer.turn_off(given)
    assert not given.secret.exists()


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_where_a_password_would_lie_open_the_timer_is_refused_with_the_way_out(
    tmp_path: Path, system: str
) -> None:
    address = "postgresql://us:word@db.example/book"
    given = timer.timer(
        PROGRAM, 7, 5, home=tmp_path / "h", user=tmp_path, database=address, system=system
    )
    with pytest.raises(UserError, match="pgpass") as refused:
        timer.turn_on(given)
    assert "us:word" not in str(refused.value)
    assert "word@" not in given.files[0][1] and not given.files[0][0].exists()


@pytest.mark.parametrize("word", ["25:00", "7", "x", "7:60"])
def test_an_odd_time_of_day_is_refused(word: str) -> None:
    with pytest.raises(UserError, match="7:30"):
        timer.at(word)
