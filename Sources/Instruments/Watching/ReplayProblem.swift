/// Why a stage cannot be watched.
package struct ReplayProblem: Error, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// Training it again ended otherwise.
    case otherBits(String)
    /// Its loss cannot be allocated.
    case unsuitable(String)
    case allocation(AllocationProblem)
  }

  package let experiment: String
  package let replicate: Int
  package let stage: String
  package let kind: Kind

  package var description: String { "\(experiment), replicate \(replicate), stage \(stage): \(what)" }

  private var what: String {
    switch kind {
    case .otherBits(let what):
      "trained again, it has other \(what) than the kept run. Nothing is read from it. To mend it: train the experiment "
        + "anew with GENBENCH_FRESH=1, and report the machine, for the same sources must give the same bits."
    case .unsuitable(let why): why
    case .allocation(let problem): "\(problem)"
    }
  }
}
