"""A real Slurm on this machine alone: two nodes of one core, a partition that gives way to another, ports of its own."""

import contextlib
import getpass
import os
import pathlib
import secrets
import socket
import subprocess
import time

# Seconds: a busy machine may take a while to start four daemons.
PATIENCE = 180

CONFIGURATION = """\
ClusterName=genbench
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CryptoType=crypto/munge
# A task that was put back waits for as long as its old credential is good.
AuthInfo=socket={folder}/munge.socket,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=2,bf_interval=2
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
JobCompType=jobcomp/filetxt
JobCompLoc={folder}/ended
NodeName=node1 NodeHostname=localhost NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 State=UNKNOWN
NodeName=node2 NodeHostname=localhost NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 State=UNKNOWN
PartitionName=low Nodes=node1,node2 Default=YES PriorityTier=1 GraceTime=60 State=UP
PartitionName=high Nodes=node1,node2 PriorityTier=2 State=UP
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class LocalSlurm:
    """Within a `with`: every daemon is a child of this process, and ends with it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.environment = {**os.environ, "SLURM_CONF": f"{folder}/slurm.conf"}
        self.daemons = []

    def __enter__(self):
        (self.folder / "state").mkdir(parents=True)
        key = self.folder / "munge.key"
        key.write_bytes(secrets.token_bytes(1024))
        key.chmod(0o600)
        (self.folder / "slurm.conf").write_text(
            CONFIGURATION.format(folder=self.folder, user=getpass.getuser(), ports=free_ports(3)))
        try:
            self.start("munged", "--foreground", "--force", f"--key-file={key}",
                       *(f"--{name}-file={self.folder}/munge.{name}" for name in ("pid", "seed", "log")),
                       f"--socket={self.folder}/munge.socket")
            self.wait_until(lambda: (self.folder / "munge.socket").exists(), "munged opens its socket")
            self.start("slurmctld", "-D")
            for node in ("node1", "node2"):
                self.start("slurmd", "-D", "-N", node)
            self.wait_until(lambda: self.ask("sinfo", "-hN", "-p", "low", "-o", "%t").split() == ["idle"] * 2, "both nodes are idle")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if len(self.daemons) > 1:
            self.ask("scancel", "--user", getpass.getuser())
            with contextlib.suppress(TimeoutError):
                self.wait_until(lambda: not self.ask("squeue", "-h"), "every job has ended")
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            daemon.wait()

    def start(self, *command):
        # Debian keeps daemons where only root looks for programs.
        path = self.environment["PATH"] + ":/usr/sbin"
        with open(self.folder / f"{command[0]}{len(self.daemons)}.txt", "w") as log:
            self.daemons.append(subprocess.Popen(
                command, stdout=log, stderr=log, env={**self.environment, "PATH": path}))

    def ask(self, *command):
        """What a command of Slurm prints; nothing where it fails, as it does until the daemons are there."""
        answer = subprocess.run(command, capture_output=True, text=True, env=self.environment)
        return answer.stdout if answer.returncode == 0 else ""

    def wait_until(self, is_so, what):
        last = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > last:
                logs = "\n".join(f"{log.name}: {log.read_text()[-2000:]}" for log in sorted(self.folder.glob("*.txt")))
                raise TimeoutError(f"{PATIENCE} seconds have gone, and it is not so that {what}\n{logs}")
            time.sleep(0.1)

    def ended(self):
        """Of every job that ended, or was put back, by Slurm's own record: number, state, start and end."""
        record = self.folder / "ended"
        lines = record.read_text().splitlines() if record.exists() else []
        return [dict(part.split("=", 1) for part in line.split() if "=" in part) for line in lines]
