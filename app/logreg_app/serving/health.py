"""Whether the server lives, whether it has room, and its numbers for a monitor on this machine."""

from tornado.web import RequestHandler

from logreg_app.serving.handler import Handler


class LivenessHandler(Handler):
    """Answers as long as the process does."""

    def get(self) -> None:
        """Answer that it lives."""
        self.set_header("Cache-Control", "no-store")
        self.write("alive\n")


class ReadinessHandler(Handler):
    """Answers 503 while there is no room for another reader, for a load balancer."""

    def get(self) -> None:
        """Answer whether there is room."""
        full = self.shared.full
        self.set_status(503 if full else 200)
        self.set_header("Cache-Control", "no-store")
        self.write("full\n" if full else "ready\n")


class MonitorHandler(RequestHandler):
    """The numbers, at a port that only this machine reaches."""

    def get(self) -> None:
        """Answer with one number a line."""
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.write(self.settings["counts"].text())
