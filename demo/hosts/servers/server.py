# Python 3.9 or later, nothing to install. HIRE_API, HIRE_SECRET_KEY and HIRE_ORIGIN come from the environment.
import json
import os
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen

# Take out what this page does not offer; /docs/widgets lists all eight elements and what each can be granted.
WIDGETS = {
    "talentSearch": {"save": True, "compare": True, "invite": True},
    "jobPost": {"read": True, "draft": True, "publish": True},
    "contractStatus": {"read": True, "approve": True, "fund": True, "release": True},
}


def signed_in(headers):
    """Whom your own sign-in knows. Here a proxy with single sign-on says it; take your session instead."""
    seconds = headers.get("X-Remote-Auth-Time")
    confirmed_at = datetime.fromtimestamp(int(seconds), timezone.utc).isoformat() if seconds else None
    return headers.get("X-Remote-User"), confirmed_at


def hire_session(headers):
    reason = headers.get("X-Hire-Session")
    if not reason:  # Other sites cannot send this header to you.
        return 403, {"code": "header_missing"}
    email, confirmed_at = signed_in(headers)
    if not email:
        return 401, {"code": "not_signed_in"}
    asked = {"member": {"email": email}, "origins": [os.environ["HIRE_ORIGIN"]], "widgets": WIDGETS}
    if reason == "elevate":  # Before money moves: only for somebody who just confirmed who they are.
        if not confirmed_at:
            return 403, {"code": "confirm_first"}
        asked |= {"elevate": ["money"], "confirmedAt": confirmed_at}
    request = Request(
        os.environ["HIRE_API"] + "/v1/embed/sessions",
        data=json.dumps(asked).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["HIRE_SECRET_KEY"],
            "Content-Type": "application/json",
        },
    )
    try:
        with urlopen(request, timeout=5) as answer:
            # Keep no answer: a session is one person's on one page, and widgets ask for the next in time.
            return 200, json.load(answer)
    except HTTPError as refused:
        # 422: this person or page is not admitted; asking again changes nothing. 401: the key. Both are for your log.
        code = json.loads(refused.read() or b"{}").get("code", "refused")
        print(f"hire session refused: {refused.code} {code}", flush=True)
        return {422: 403, 429: 429}.get(refused.code, 503), {"code": code}
    except (OSError, ValueError) as error:
        print(f"hire session failed: {error}", flush=True)
        return 503, {"code": "unavailable"}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        found = self.path == "/api/hire-session"
        status, body = hire_session(self.headers) if found else (404, {"code": "not_found"})
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
