"""What each school must tell everybody about its help for SEN: written, approved, published, looked at again each year.

headings → texts by the school and facts from its records → sent → approved by the governing body's side → public copy.
Decision records: docs/decisions/0170-who-approves-the-report.md, 0171-what-the-report-may-count.md.
"""
