/// Whether a claim stands.
package enum Verdict: Hashable, Sendable {
  case passed
  /// With at least one reason.
  case failed([FailureReason])

  package init(_ reasons: [FailureReason]) {
    self = reasons.isEmpty ? .passed : .failed(reasons)
  }

  package var isPassed: Bool { self == .passed }

  package var reasons: [FailureReason] {
    switch self {
    case .passed: []
    case .failed(let reasons): reasons
    }
  }
}
