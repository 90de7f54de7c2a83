/// What `genbench --help` prints.
enum Help {
  static var overview: String {
    let commands = Command.allCases.map(\.declaration)
    return [
      "genbench: what does a model that learned this still get right where the data differ?",
      "USAGE  swift run genbench COMMAND [OPTIONS]",
      Paragraph.table(commands.map { (([$0.name] + $0.operands.map(\.usage)).joined(separator: " "), $0.summary) }),
      "genbench COMMAND --help says more.",
      "ENVIRONMENT\n" + Paragraph.table(environment),
      "EXIT CODES\n" + Paragraph.table(exitCodes),
    ].joined(separator: "\n\n")
  }

  private static let environment: [(name: String, about: String)] = [
    ("GENBENCH_PROFILE", "smoke (less data), standard (the default), or paper (the seed's scale: days on a CPU)"),
    ("GENBENCH_SHARD", "I/N: tests judge only the claims of part I of N, as genbench run --shard does"),
    ("GENBENCH_THREADS", "how many cores to use; the numbers do not depend on it"),
    ("GENBENCH_STORE", "where finished runs are kept (.genbench in the package)"),
    ("GENBENCH_FRESH", "1 trains again, whatever is kept"),
    ("GENBENCH_RECORD", "which fixtures tests may write: never (the default), missing, failed or all"),
    ("GENBENCH_REPORTS", "the folder where swift test writes its reports"),
    ("GENBENCH_CHECKPOINT_SECONDS", "how much of a run a kill may cost (20)"),
    ("NO_COLOR", "any value turns colours off"),
  ]

  private static let exitCodes: [(name: String, about: String)] = [
    ("0", "all well"), ("1", "a claim failed"), ("2", "a wrong word or file name"),
    ("3", "the world's fault, also where output cannot be written"),
    ("129", "stopped by a hang-up and saved"), ("130", "the same by Ctrl-C"), ("143", "the same by SIGTERM"),
  ]
}
