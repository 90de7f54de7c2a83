/// How often questions repeat what training showed, beside how often chance alone does: shares, 0...1.
package struct Repeats: Equatable, Sendable {
  package var asked: Double
  /// Nil where it was not measured.
  package var byChance: Double?
  /// The same by size, each named such as `n=8`.
  package var sizes: [Size]

  package struct Size: Equatable, Sendable {
    package var name: String
    package var asked: Double
    package var byChance: Double?

    package init(_ name: String, asked: Double, byChance: Double?) {
      (self.name, self.asked, self.byChance) = (name, asked, byChance)
    }
  }

  package init(asked: Double, byChance: Double?, sizes: [Size] = []) {
    (self.asked, self.byChance, self.sizes) = (asked, byChance, sizes)
  }

  /// `repeats of training 33.1 % (by chance 32.8 %)`
  var text: String { "repeats of training \(Self.text(asked, byChance, "by chance "))" }

  /// `n=8 61.0 % (60.2 %)`
  var sizeTexts: [String] { sizes.map { "\(Escape.line($0.name)) \(Self.text($0.asked, $0.byChance, ""))" } }

  private static func text(_ asked: Double, _ byChance: Double?, _ label: String) -> String {
    NumberText.percent(asked) + (byChance.map { " (\(label)\(NumberText.percent($0)))" } ?? "")
  }
}
