"""SEN Support of the two detailed schools: two years of assess, plan, do, review."""
