"""The user's own proof: JSON Resume, LinkedIn's Positions, a résumé as text, .docx or .pdf.

Nothing here is believed: each is a proposal with the lines it rests on.
"""
