/// How often questions repeat what training showed, beside how often chance alone does: shares, 0...1.
package struct Repeats: Equatable, Sendable {
  package var asked: Double
  /// Nil where it was not measured.
  package var byChance: Double?

  package init(asked: Double, byChance: Double?) {
    self.asked = asked
    self.byChance = byChance
  }

  /// `repeats of training 33.1 % (by chance 32.9 %)`
  var text: String {
    let chance = byChance.map { " (by chance \(NumberText.percent($0)))" } ?? ""
    return "repeats of training \(NumberText.percent(asked))\(chance)"
  }
}
