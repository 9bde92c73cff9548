"""A private dovecot on a loopback port: the real server the mailbox suite talks to.

Absent dovecot the tests are skipped with the reason, but fail where CI is set:
there it is promised.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

USER, PASSWORD = "ada", "an-app-password"
BINARIES = ("/usr/sbin/dovecot", "/usr/local/sbin/dovecot")

_CONFIG = """
protocols = imap
listen = 127.0.0.1, 127.0.0.2
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
auth_verbose = yes
ssl = {ssl}
{certificates}
disable_plaintext_auth = no
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
mail_location = maildir:{root}/mail/%u:LAYOUT=fs
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 0
first_valid_gid = 0
login_trusted_networks = 127.0.0.0/8
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = passwd-file
  args = {root}/boxes
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Gesendet {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
  mailbox Junk {{
    special_use = \\Junk
    auto = create
  }}
  mailbox Everything {{
    special_use = \\All
    auto = create
  }}
}}
"""


@dataclass(frozen=True)
class Dovecot:
    host: str
    port: int
    tls_port: int
    user: str
    password: str
    authority: Path
    root: Path

    def lay_down(self, user: str, mails: Iterable[tuple[datetime, bytes]]) -> None:
        """Give this user an inbox of these mails in one file (mbox): a mailbox of years within a second."""
        nobody = pwd.getpwnam("mail")
        home = self.root / "mail" / user
        home.mkdir()
        with (home / "inbox").open("wb") as file:
            for came, raw in mails:
                stamp = came.strftime("%a %b %d %H:%M:%S %Y").encode()
                file.write(b"From somebody@x.example %s\n%s\n" % (stamp, raw))
        for path in (home, home / "inbox"):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        with (self.root / "boxes").open("a") as file:
            file.write(
                f"{user}::{nobody.pw_uid}:{nobody.pw_gid}::{home}::"
                f"userdb_mail=mbox:{home}/folders:INBOX={home}/inbox\n"
            )

    def log(self) -> str:
        path = self.root / "dovecot.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""


def binary() -> str:
    """Where dovecot is; skips the test with the reason, or fails it under CI."""
    found = shutil.which("dovecot") or next((b for b in BINARIES if Path(b).exists()), "")
    if found and os.geteuid() == 0:
        return found
    why = (
        "dovecot is not installed (Debian: apt-get install dovecot-imapd)"
        if not found
        else "a private dovecot needs root to start here"
    )
    if os.environ.get("CI"):
        pytest.fail(f"{why}, and CI is set")
    pytest.skip(why)


@contextmanager
def running() -> Iterator[Dovecot]:
    """A started server, all its files in one temporary folder; stopped and swept at the end."""
    program = binary()
    with tempfile.TemporaryDirectory(prefix="dovecot-", ignore_cleanup_errors=True) as folder:
        yield from _running(program, Path(folder))


def _running(program: str, root: Path) -> Iterator[Dovecot]:
    root.chmod(0o755)  # the login process runs as nobody in particular
    for part in ("run", "state", "mail"):
        (root / part).mkdir(parents=True, exist_ok=True)
    nobody = pwd.getpwnam("mail")  # dovecot refuses to open mail as root
    os.chown(root / "mail", nobody.pw_uid, nobody.pw_gid)
    (root / "boxes").touch(0o644)
    authority, certificates = _certificate(root)
    port, tls_port = _free_port(), _free_port()
    config = root / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            root=root,
            port=port,
            tls_port=tls_port,
            password=PASSWORD,
            ssl="yes" if certificates else "no",
            certificates=certificates,
            internal="dovecot",
            login="dovenull",
            group="dovecot",
            uid=nobody.pw_uid,
            gid=nobody.pw_gid,
        )
    )
    process = subprocess.Popen(
        [program, "-F", "-c", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    server = Dovecot("127.0.0.1", port, tls_port, USER, PASSWORD, authority, root)
    try:
        _await(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _certificate(root: Path) -> tuple[Path, str]:
    """A certificate for 127.0.0.1 signed by itself, where openssl is at hand."""
    key, certificate = root / "key.pem", root / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, f"ssl_cert = <{certificate}\nssl_key = <{key}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            with socket.create_connection((server.host, server.port), timeout=1) as line:
                if b"OK" in line.recv(200):
                    return
        except OSError:
            pass
        time.sleep(0.1)
    said = process.stderr.read().decode() if process.poll() is not None and process.stderr else ""
    pytest.fail(f"dovecot did not start: {said}\n{server.log()[-2000:]}")
