#!/bin/sh
# strace lets the tests fail any system call of the store; on Linux it comes from apt.
set -eu
if command -v strace >/dev/null || ! command -v apt-get >/dev/null; then exit 0; fi
as_root=$([ "$(id -u)" = 0 ] || echo sudo)
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq strace
