"""Shipped data of CrisisDesk; read through crisisdesk.base.resources alone."""
