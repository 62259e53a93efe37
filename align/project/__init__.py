"""What an editor decided, as files in a folder. In this version: which editions belong together."""

from __future__ import annotations

from align.project.folder import PROJECT_FILE, EditionEntry, Project, is_project, read_project

__all__ = ["PROJECT_FILE", "EditionEntry", "Project", "is_project", "read_project"]
