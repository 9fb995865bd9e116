"""A clamd that speaks INSTREAM as clamd(8) describes it and knows one signature. For machines without ClamAV."""

import socketserver
import struct
import threading
from contextlib import contextmanager

from goldenthread.documents.scanning import EICAR


def well_behaved(data):
    return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in data else b"stream: OK\0"


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        data = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
            if len(data) > self.server.limit:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.commands.append(command)
        self.server.received.append(data)
        self.wfile.write(self.server.answer(data))


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that hangs up is not news."""


@contextmanager
def fake_clamd(folder, *, answer=well_behaved, limit=10**9):
    """Runs until the block ends. Yields the server, whose `address` a scanner takes."""
    with Server(str(folder / "clamd.ctl"), Conversation) as server:
        server.answer, server.limit = answer, limit
        server.commands, server.received = [], []
        server.address = f"unix:{folder / 'clamd.ctl'}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()
