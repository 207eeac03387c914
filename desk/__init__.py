"""TAKES A TURN: loads the scene, lets the rules decide, has it said and has it recorded."""
