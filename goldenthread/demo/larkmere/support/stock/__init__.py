"""Sentences from which the histories of children without a written story are made.

Every sentence may use {name}, {he}, {him}, {his} and their capitals; the drawing side fills in the child's own.
"""

from goldenthread.demo.larkmere.support.stock.asd import ASD
from goldenthread.demo.larkmere.support.stock.mld import MLD
from goldenthread.demo.larkmere.support.stock.model import NeedStock
from goldenthread.demo.larkmere.support.stock.semh import SEMH
from goldenthread.demo.larkmere.support.stock.senses import HEARING, PHYSICAL, SIGHT
from goldenthread.demo.larkmere.support.stock.slcn import SLCN
from goldenthread.demo.larkmere.support.stock.spld import SPLD

STOCK: dict[str, NeedStock] = {
    "SLCN": SLCN,
    "ASD": ASD,
    "SEMH": SEMH,
    "MLD": MLD,
    "SPLD": SPLD,
    "HI": HEARING,
    "VI": SIGHT,
    "PD": PHYSICAL,
    "OTH": PHYSICAL,
}
