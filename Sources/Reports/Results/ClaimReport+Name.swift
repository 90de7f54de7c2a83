extension ClaimReport {
  /// What tells claims apart, in one run and between two.
  package struct Name: Equatable, Hashable, Sendable, CustomStringConvertible {
    package var experiment: String
    package var subject: String

    package init(experiment: String, subject: String) {
      self.experiment = experiment
      self.subject = subject
    }

    package var description: String { Escape.line("\(experiment) \(subject)") }
  }

  package var name: Name { Name(experiment: row.experiment, subject: row.subject) }
}
