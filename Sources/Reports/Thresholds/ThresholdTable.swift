/// Every judged claim of a run. A person should see in ten seconds what failed, why, and what to type.
///
/// On a terminal the end stays in sight, so there failing claims come last; on a page the top does, so there they come
/// first. Otherwise the order of the rows is kept.
package struct ThresholdTable: Equatable, Sendable {
  package var rows: [ThresholdRow]
  /// `standard`; nil where it is said elsewhere.
  package var profile: String?
  /// How long the run took.
  package var seconds: Double?
  /// Whether something was trained in that time; nil where nobody knows.
  package var isTrained: Bool?
  /// How what was run differs from what is declared, as it was typed; nil where it does not.
  package var changes: String?
  /// What else a reader should see at once, such as the hardest slice.
  package var remarks: [String]
  /// Where there is more to read.
  package var pointers: [String]

  package init(
    rows: [ThresholdRow], profile: String? = nil, seconds: Double? = nil, isTrained: Bool? = nil,
    changes: String? = nil, remarks: [String] = [], pointers: [String] = []
  ) {
    (self.rows, self.profile, self.seconds, self.isTrained) = (rows, profile, seconds, isTrained)
    (self.changes, self.remarks, self.pointers) = (changes, remarks, pointers)
  }

  /// What follows from changes.
  static let withoutBaseline = "judged without a baseline, which is of other runs"

  var failing: [ThresholdRow] { rows.filter(\.mark.isFailing) }

  var standing: [ThresholdRow] { rows.filter { !$0.mark.isFailing } }
}
