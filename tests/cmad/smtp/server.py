"""A mail server to test against: aiosmtpd, with a temper that the test chooses.

Argument: JSON with `tls` ("starttls", "immediate", "none"), `cert` and `key` (PEM files), `login` ([name, password] or
null), `folder` (where each mail that was taken becomes a file) and `tempers` (one for each mail, the last one for all
further ones): "take", "later", "no", "no-such-person", "close-after-data", "silent-after-data". Prints its port.
"""

import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Handler:
    def __init__(self, options):
        self.folder = pathlib.Path(options["folder"])
        self.tempers = options["tempers"]
        self.mails = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if self.temper() == "no-such-person":
            self.mails += 1
            return "550 5.1.1 <%s>: nobody of that name" % address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        temper = self.temper()
        self.mails += 1
        if temper == "later":
            return "451 4.7.1 greylisted, try again"
        if temper == "no":
            return "550 5.7.1 not wanted here"
        self.keep(session, envelope)
        if temper == "close-after-data":
            server.transport.abort()
        if temper == "silent-after-data":
            await asyncio.Event().wait()
        return "250 taken"

    def temper(self):
        return self.tempers[min(self.mails, len(self.tempers) - 1)]

    def keep(self, session, envelope):
        name = "%03d" % self.mails
        about = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "login": session.authenticated,
            "hello": session.host_name,
        }
        (self.folder / (name + ".json")).write_text(json.dumps(about))
        (self.folder / (name + ".part")).write_bytes(envelope.original_content)
        (self.folder / (name + ".part")).rename(self.folder / (name + ".eml"))


async def main(options):
    handler = Handler(options)
    context = None
    if options["tls"] != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options["cert"], options["key"])

    def authenticate(server, session, envelope, mechanism, data):
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False, handled=False)
        good = [data.login.decode(), data.password.decode()] == options["login"]
        return AuthResult(success=good, handled=False)

    def connection():
        return SMTP(
            handler,
            hostname="mail.test",
            tls_context=context if options["tls"] == "starttls" else None,
            require_starttls=options["tls"] == "starttls",
            auth_require_tls=options["tls"] == "starttls",
            auth_required=options["login"] is not None,
            authenticator=authenticate,
        )

    at_once = context if options["tls"] == "immediate" else None
    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0, ssl=at_once)
    print(server.sockets[0].getsockname()[1], flush=True)
    # It ends when the test lets go of its input.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main(json.loads(sys.argv[1])))
