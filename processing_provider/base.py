"""What every Terraloom algorithm shares: engine check, one border for errors, icon, help link."""

from __future__ import annotations

from typing import Any, Callable, TypeVar

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterEnum,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, TerraloomError
from . import icons
from .help import page_url
from .parameters import chosen_option
from .services import Services
from .translation import tr

HOMEPAGE = "https://github.com/terraloom/terraloom"

T = TypeVar("T")


class TerraloomAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that needs the engine; runs in a background thread like QGIS's own."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services

    def createInstance(self) -> TerraloomAlgorithm:
        return type(self)(self.services)

    def group(self) -> str:
        return tr("Models")

    def groupId(self) -> str:
        return "models"

    def icon(self) -> QIcon:
        return icons.icon(self.name())

    def svgIconPath(self) -> str:
        return icons.icon_path(self.name())

    def helpUrl(self) -> str:
        return page_url(self.name())

    def canExecute(self) -> tuple[bool, str]:
        problem = self.services.engine.problem()
        return (problem is None, problem or "")

    def checkParameterValues(self, parameters: dict[str, Any], context: Any) -> tuple[bool, str]:
        # QGIS 3.22 refuses a CRS that is left out although it has a default.
        defaults = {
            one.name(): one.defaultValue()
            for one in self.parameterDefinitions()
            if one.type() == "crs"
        }
        try:
            options = self._chosen(parameters)
            valid, message = super().checkParameterValues(
                {**defaults, **parameters, **options}, context
            )
            if not valid:
                return valid, message
            self.check(parameters, context)
        except TerraloomError as error:
            return False, str(error)
        return True, ""

    def parameterAsEnumString(self, parameters: dict[str, Any], name: str, context: Any) -> str:
        return super().parameterAsEnumString(
            {**parameters, **self._chosen({name: parameters.get(name)})}, name, context
        )

    def _chosen(self, parameters: dict[str, Any]) -> dict[str, object]:
        """The options that are meant by the values given for lists of them."""
        definitions = {name: self.parameterDefinition(name) for name in parameters}
        return {
            name: chosen_option(one, parameters[name])
            for name, one in definitions.items()
            if isinstance(one, QgsProcessingParameterEnum) and one.usesStaticStrings()
        }

    def check(self, parameters: dict[str, Any], context: Any) -> None:
        """Raise a ``TerraloomError`` if the job cannot be done, as far as one can tell before."""

    @staticmethod
    def reporting(action: Callable[[], T], cancelled: T) -> T:
        """Do ``action``; core's errors become QGIS's here, and a cancelled job is no error."""
        try:
            return action()
        except Cancelled:
            return cancelled
        except TerraloomError as error:
            raise QgsProcessingException(str(error)) from error


class SetupAlgorithm(TerraloomAlgorithm):
    """One that looks after the engine, and so works where that is missing."""

    def group(self) -> str:
        return tr("Set-up")

    def groupId(self) -> str:
        return "setup"

    def flags(self) -> Any:
        # A step of a user's own model must not install or remove anything.
        return super().flags() | QgsProcessingAlgorithm.FlagHideFromModeler

    def canExecute(self) -> tuple[bool, str]:
        return True, ""
