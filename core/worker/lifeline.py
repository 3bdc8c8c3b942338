"""Ties the worker's life to that of QGIS, by means of the system where it has them.

They come on top of what holds everywhere: the worker ends when its standard input does. These work
even while a library keeps Python's lock for itself.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import Any

_PR_SET_PDEATHSIG = 1
_EXTENDED_LIMITS, _KILL_ON_JOB_CLOSE = 9, 0x2000
_SET_QUOTA_AND_TERMINATE = 0x0100 | 0x0001


def die_with_parent() -> None:
    """Linux: have the system kill this process when the thread that started it ends."""
    if not sys.platform.startswith("linux"):
        return
    parent = os.getppid()
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    except (OSError, AttributeError):
        return  # another C library
    if os.getppid() != parent:  # it ended before the call
        os._exit(0)


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of the Windows API."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of the Windows API."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def tie(pid: int) -> Any:
    """Windows: kill process ``pid`` and its children when this process ends; None if it fails.

    The answer is a job handle, which the system closes with this process, however it ends.
    """
    if sys.platform != "win32":
        return None
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    for name in ("CreateJobObjectW", "OpenProcess"):
        getattr(kernel, name).restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    process = ctypes.c_void_p(kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, pid))
    limits = _Limits()
    limits.BasicLimitInformation.LimitFlags = _KILL_ON_JOB_CLOSE
    size = ctypes.sizeof(limits)
    tied = (
        job.value
        and process.value
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        and kernel.AssignProcessToJobObject(job, process)
    )
    if process.value:
        kernel.CloseHandle(process)
    if job.value and not tied:
        kernel.CloseHandle(job)
    return job if tied else None


def untie(job: Any) -> None:
    """Windows: end all processes of the job, and forget it."""
    if sys.platform == "win32" and job is not None:
        ctypes.WinDLL("kernel32").CloseHandle(job)
