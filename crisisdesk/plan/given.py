"""What the plan and the moment give a rule, beside its own state and the command."""

from datetime import datetime

from crisisdesk.base.record import Record
from crisisdesk.plan.content import Plan


class Given(Record, kw_only=True):
    """The plan, the time of the act and who does it: rules have no clock of their own.

    `now` is when it is recorded, `happened_at` when it happened (both UTC with zone), `zone` the local
    zone's name; `done_by` the sign of who did it, `keeper` the sign of the log keeper ("" before one is
    chosen); `last_line` the number of the log's last line.
    """

    plan: Plan
    now: datetime
    happened_at: datetime
    zone: str
    done_by: str = ""
    keeper: str = ""
    last_line: int = 0
