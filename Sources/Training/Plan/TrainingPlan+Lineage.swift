extension TrainingPlan {
  /// The stages that a model has gone through by the end of one, as places: each begins with what the one before it in
  /// this list ended with.
  package func lineage(of stage: String) -> [Int] {
    guard let place = stages.firstIndex(where: { $0.name == stage }) else {
      preconditionFailure(
        "\(id) has no stage \(stage), only \(stages.map(\.name).joined(separator: ", ")).")
    }
    if stages[place].startsOver { return [place] }
    if let before = stages[place].after { return lineage(of: before) + [place] }
    return (place == 0 ? [] : lineage(of: stages[place - 1].name)) + [place]
  }
}
