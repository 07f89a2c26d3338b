"""How the Discord door starts, stays up and stops."""

from bot.discordapp.running.in_flight import InFlight
from bot.discordapp.running.keeping import GRACE, Kept, connected, keep_running
from bot.discordapp.running.logs import take_logs
from bot.discordapp.running.pace import Pace
from bot.discordapp.running.signals import StopSignals

__all__ = ["GRACE", "InFlight", "Kept", "Pace", "StopSignals", "connected", "keep_running", "take_logs"]
