import Storage
import Training

/// A number of a training plan that may be set by name, such as `train.rate`.
struct Setting {
  /// Where it stands, and which numbers may stand there.
  enum Place {
    case whole(WritableKeyPath<TrainingPlan, Int>, ClosedRange<Int>)
    case real(WritableKeyPath<TrainingPlan, Double>, ClosedRange<Double>)
  }

  let name: String
  let place: Place

  /// - Throws: where the text is no number, or none that may stand there.
  func set(to text: String, in plan: inout TrainingPlan) throws(SettingProblem) {
    switch place {
    case .whole(let path, let range):
      guard let number = Int(text), range.contains(number) else {
        throw refusal(of: text, "Give a whole number from \(range.lowerBound) to \(range.upperBound).")
      }
      plan[keyPath: path] = number
    case .real(let path, let range):
      guard let number = Double(text), range.contains(number) else {
        throw refusal(of: text, "Give a number from \(range.lowerBound) to \(range.upperBound), such as 5e-4.")
      }
      plan[keyPath: path] = number
    }
  }

  private func refusal(of text: String, _ mend: String) -> SettingProblem {
    SettingProblem(name: "--set \(name)", value: text, mend: mend)
  }
}
