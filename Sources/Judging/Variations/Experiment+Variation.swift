import Storage
import Training

extension Experiment {
  /// The same with other numbers, or more replicates; itself where nothing comes out changed.
  ///
  /// - Throws: `UnknownName` for a setting that it has not, `SettingProblem` for a value that it cannot have.
  package func varied(by variation: Variation) throws -> Experiment {
    var varied = self
    varied.plan = try plan(with: variation.settings)
    varied.replicates = variation.replicates ?? plan.replicates
    guard varied.plan != plan else { return self }
    varied.variation = variation
    varied.claim += " Changed: \(variation)."
    varied.claims = claims.map { $0.judged(by: varied.plan.replicates, declared: plan.replicates) }
    return varied
  }

  private func plan(with settings: [String]) throws -> TrainingPlan {
    var plan = plan
    let known = Setting.all(of: self)
    var names: Set<String> = []
    for text in settings {
      guard let sign = text.lastIndex(of: "=") else {
        throw SettingProblem(name: "--set", value: text, mend: "Give NAME=VALUE, such as \(known[0].name)=1.")
      }
      let name = String(text[..<sign])
      guard let setting = known.first(where: { $0.name == name }) else {
        throw UnknownName(kind: "setting of \(plan.id)", asked: name, known: known.map(\.name))
      }
      guard names.insert(name).inserted else {
        throw SettingProblem(name: "--set", value: text, mend: "\(name) is set twice.")
      }
      try setting.set(to: String(text[text.index(after: sign)...]), in: &plan)
    }
    if let contradiction = plan.contradiction, !settings.isEmpty {
      throw SettingProblem(name: "--set", value: settings.joined(separator: " "), mend: contradiction)
    }
    return plan
  }
}

extension Experiment {
  /// The replicates that chose a claim's threshold and were trained all the same: others judge it, where there are enough
  /// for an interval.
  func sittingOut(_ claim: Claim) -> [Int] {
    guard variation?.replicates != nil else { return [] }
    let choosers = claim.provenance.choosers(among: Array(0..<plan.replicates))
    return plan.replicates - choosers.count > 1 ? choosers : []
  }

  /// What must be said of them; nil where none was trained beyond what was declared.
  func note(onChoosersOf claim: Claim) -> String? {
    guard variation?.replicates != nil else { return nil }
    if case .judged(let numbers) = claim.provenance.source {
      return "its threshold was chosen after looking at replicates \(numbers), which judge it"
    }
    let choosers = sittingOut(claim).map(String.init).joined(separator: ", ")
    return choosers.isEmpty ? nil : "replicates \(choosers) chose its threshold, and do not judge it"
  }
}

extension Claim {
  /// The same with its debt paid where it can be: where as many others are trained as are declared, those that chose its
  /// threshold need not judge it.
  fileprivate func judged(by replicates: Int, declared: Int) -> Claim {
    guard case .judged(let numbers) = provenance.source, replicates - numbers.count >= declared else { return self }
    var claim = self
    claim.provenance = .replicates(numbers, provenance.sentence)
    return claim
  }
}
