"""What the template tags take and make. Views build these frozen pieces; templates hand them to a tag."""

from goldenthread.design_system.components.provision import DoseLine, NextStep
from goldenthread.design_system.components.tables import Cell, Column, Table
from goldenthread.design_system.components.thread import JoinedPart, ThreadEntry

__all__ = ["Cell", "Column", "DoseLine", "JoinedPart", "NextStep", "Table", "ThreadEntry"]
