"""Accessible charts, drawn by us: bars, stacked bars, lines, and baseline to now to target.

Each has a sentence that says what it shows and a table of every figure; `{% chart it %}` shows all three.
"""

from goldenthread.design_system.charts.bars import BarChart, StackedBarChart
from goldenthread.design_system.charts.base import Chart
from goldenthread.design_system.charts.lines import LineChart, Sparkline

__all__ = ["BarChart", "Chart", "LineChart", "Sparkline", "StackedBarChart"]
