"""Invented searches: people and firms that behave as they like, a user who obeys, and a watch on both.

`places` and `people` say where everyone lives, `script` what would happen by itself, `world` lets
the days go by, `policies` are the two ways of going about it, and `watch` sees every touch. The
watch is written from the contract and the method alone and imports nothing of the program.
"""
