import Instruments

/// An instrument of whose readings there are pictures: what a report shows of an experiment beside its claims.
protocol PicturedInstrument: Instrument {
  var pictures: [FamilyPart] { get }
}

extension FactorsInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.allocation, .entries] }
}

extension SynchronyInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.peaks] }
}

extension ExamplesInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.classes] }
}

extension GeneralizationInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.layers] }
}

extension StagesInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.layersByStage] }
}

extension GenerativeInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.reducibleByCompute, .reducibleElsewhere, .slopesBySize] }
}

extension StrongGeneralizationInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.lossByCompute, .lossToLoss, .matchedResiduals] }
}

extension ScalingLawInstrument: PicturedInstrument {
  var pictures: [FamilyPart] { [.leftByCompute] }
}
